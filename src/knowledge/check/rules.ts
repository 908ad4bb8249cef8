import { namesAreBorneOut, numbersAreBorneOut } from './borne-out.ts';
import { noWordsAreBorrowed } from './borrowed.ts';
import { everyParagraphHasAFact, everySpeakerIsUsed } from './coverage.ts';
import { datesAreAbsolute, enoughPhrasings, gapsSaySo, noAnswerOpensWithAVerdict, noClaimIsBare } from './entries.ts';
import { fingerprintsMatch } from './fingerprints.ts';
import { passagesAreFound } from './passages.ts';
import { quotationsStandInTheirParagraph, quotedWordsStandInTheArticle } from './quotations.ts';
import {
  contradictionsHaveTwoPlaces,
  correctionsCorrect,
  positionsCoverTheSides,
  quotationsAreShort,
} from './record.ts';
import { noFactStandsTwice, noPhrasingStandsTwice } from './repeats.ts';
import { leadsHaveTwoSentences, nothingStandsTwiceInASeries, themesSayNothingTwice } from './series.ts';
import type { Rule } from './subject.ts';

/** What the knowledge is held to beyond being whole. `fingerprintsMatch` and those after it need the article's text. */
export const rules: readonly Rule[] = [
  everyParagraphHasAFact,
  everySpeakerIsUsed,
  noFactStandsTwice,
  noPhrasingStandsTwice,
  enoughPhrasings,
  gapsSaySo,
  noAnswerOpensWithAVerdict,
  datesAreAbsolute,
  noClaimIsBare,
  correctionsCorrect,
  positionsCoverTheSides,
  contradictionsHaveTwoPlaces,
  quotationsAreShort,
  nothingStandsTwiceInASeries,
  themesSayNothingTwice,
  leadsHaveTwoSentences,
  fingerprintsMatch,
  passagesAreFound,
  quotationsStandInTheirParagraph,
  quotedWordsStandInTheArticle,
  numbersAreBorneOut,
  namesAreBorneOut,
  noWordsAreBorrowed,
];
