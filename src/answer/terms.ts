/** The terms of use, in plain words: the same at `/terms` and in TERMS.md. */

import type { OneOrSeveral } from '../knowledge/of-articles.ts';
import type { Messages } from '../messages/messages.ts';
import type { Section } from './reply.ts';

/** The terms of a bot that answers from one article or several; `contact` is how to reach whoever runs it, if they say. */
export function termsSections(
  contact: string | undefined,
  articles: OneOrSeveral,
  { say }: Messages,
): readonly Section[] {
  return [
    { heading: say('answer.terms.what'), text: say('answer.terms.whatText', { articles }) },
    { heading: say('answer.terms.asIs'), text: say('answer.terms.asIsText', { articles }) },
    { heading: say('answer.terms.you'), text: say('answer.terms.youText') },
    { heading: say('answer.terms.words'), text: say('answer.terms.wordsText', { articles }) },
    {
      heading: say('answer.privacy.byWhom'),
      text: contact === undefined ? say('answer.privacy.noContact') : say('answer.privacy.contact', { contact }),
    },
  ];
}
