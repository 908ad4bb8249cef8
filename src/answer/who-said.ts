/** The reply to somebody who asks for the source of an answer. */
import type { Entry } from '../knowledge/knowledge.ts';
import { chosen } from '../search/certain.ts';
import type { Context } from './command.ts';
import { askButton, outcomeOf } from './offers.ts';
import { partsOf } from './parts.ts';
import { type Reply, reply } from './reply.ts';
import { paragraphLink, titleLink } from './sources.ts';

/** The speakers behind an entry's facts, each with its places, and the facts. */
export function whoSaidReply(entry: Entry, question: string, context: Context): Reply {
  const { messages } = context;
  const { say } = messages;
  const { citations, list, article, footer, sources } = partsOf(entry, context);
  const voices = [...Map.groupBy(citations, ({ said_by }) => said_by)].map(([name, theirs]) => {
    const links = new Set(theirs.map(({ paragraph }) => paragraphLink(article, paragraph)));
    const places = [...links].join(say('list.separator'));
    return name === say('answer.sources.theArticle')
      ? say('answer.whoSaid.theArticle', { places })
      : say('answer.whoSaid.somebody', { name, places });
  });
  return reply(messages, {
    title: say('answer.whoSaid.title', { question: entry.question }),
    ...titleLink(article),
    text: voices.join('\n'),
    sections: [{ heading: say('answer.whoSaid.facts'), text: list }],
    citations,
    footer,
    buttons: [askButton(entry), sources],
    outcome: outcomeOf('answered', entry, question, chosen(entry), []),
  });
}
