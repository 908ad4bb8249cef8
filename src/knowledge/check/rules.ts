import { namesAreBorneOut, numbersAreBorneOut } from './borne-out.ts';
import { noWordsAreBorrowed } from './borrowed.ts';
import { everyParagraphHasAFact, everySpeakerIsUsed, somethingIsAsked } from './coverage.ts';
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
import type { Rule } from './subject.ts';

/** What a finished article has to have. */
export const ofFinished: readonly Rule[] = [everyParagraphHasAFact, everySpeakerIsUsed];

/** What it should have. */
export const advised: readonly Rule[] = [somethingIsAsked];

/** What costs something and may be meant so. */
export const warnings: readonly Rule[] = [enoughPhrasings];

/** What every article is held to. `fingerprintsMatch` and those after it need the article's text. */
export const ofEvery: readonly Rule[] = [
  noFactStandsTwice,
  noPhrasingStandsTwice,
  gapsSaySo,
  noAnswerOpensWithAVerdict,
  datesAreAbsolute,
  noClaimIsBare,
  correctionsCorrect,
  positionsCoverTheSides,
  contradictionsHaveTwoPlaces,
  quotationsAreShort,
  fingerprintsMatch,
  passagesAreFound,
  quotationsStandInTheirParagraph,
  quotedWordsStandInTheArticle,
  numbersAreBorneOut,
  namesAreBorneOut,
  noWordsAreBorrowed,
];
