import { namesAreBorneOut, numbersAreBorneOut } from './borne-out.ts';
import { noWordsAreBorrowed } from './borrowed.ts';
import { everyFactIsAskedFor, everyParagraphHasAFact, everySpeakerIsUsed, somethingIsAsked } from './coverage.ts';
import { datesAreAbsolute, gapsSaySo, noAnswerOpensWithAVerdict, noClaimIsBare } from './entries.ts';
import { fingerprintsMatch } from './fingerprints.ts';
import { passagesAreFound } from './passages.ts';
import { enoughPhrasings, enoughTranslatedPhrasings } from './phrasings.ts';
import { quotationsStandInTheirParagraph, quotedWordsStandInTheArticle } from './quotations.ts';
import {
  contradictionsHaveTwoPlaces,
  correctionsCorrect,
  positionsCoverTheSides,
  quotationsAreShort,
} from './record.ts';
import { noFactStandsTwice, noPhrasingStandsTwice } from './repeats.ts';
import { leadsHaveTwoSentences, nothingStandsTwiceInASeries, themesSayNothingTwice } from './series.ts';
import type { Rule, RuleOfKnowledge } from './subject.ts';
import {
  everythingIsTranslated,
  noTranslatedPhrasingMeansTwo,
  noTranslationOpensWithAVerdict,
  translationsKeepNumbers,
  translationsNameSpeakers,
} from './translations.ts';

/** What a finished article must have. */
export const ofFinished: readonly RuleOfKnowledge[] = [everyParagraphHasAFact, everySpeakerIsUsed];

/** What a finished article should have. */
export const advised: readonly RuleOfKnowledge[] = [somethingIsAsked, everyFactIsAskedFor];

/** What has a cost, but may be intended. */
export const warnings: readonly RuleOfKnowledge[] = [enoughPhrasings, enoughTranslatedPhrasings];

/** What is still to do wherever it is missing. */
export const desired: readonly RuleOfKnowledge[] = [everythingIsTranslated];

/** What applies to every article. `fingerprintsMatch` and the rules after it need the article's text. */
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
  translationsKeepNumbers,
  translationsNameSpeakers,
  noTranslationOpensWithAVerdict,
  noTranslatedPhrasingMeansTwo,
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
