/** Whose words a question asks for: what somebody else said is no answer to it. */
import type { Entry, Knowledge, Speaker } from '../knowledge/knowledge.ts';
import { askedFor } from './asked-for.ts';
import type { SearchResult } from './decide.ts';
import { personsNamed } from './fragment.ts';
import type { AskedFor, Grammar } from './grammar/grammar.ts';

/** What else than words may be asked for about a saying: "when did Trump say", "who told Trump". */
const OF_THE_SAYING: ReadonlySet<AskedFor | null> = new Set(['who', 'when', 'where', 'why']);

/** The person whose words a text asks for: "what did Trump say about the exchange", "did Trump say how many". */
const sayerIn = (text: string, knowledge: Knowledge, grammar: Grammar): Speaker | undefined =>
  personsNamed(text, knowledge).find(
    ({ before, after }) =>
      !OF_THE_SAYING.has(askedFor(before, grammar)) && grammar.says.test(`${before} @ ${after}`.trim()),
  )?.speaker;

/** Whether one of an entry's facts is told by a person, or about them. */
const concerns = ({ facts }: Entry, { id }: Speaker, knowledge: Knowledge): boolean =>
  facts
    .flatMap((fact) => knowledge.facts.get(fact) ?? [])
    .some(({ said_by, about }) => said_by === id || about.includes(id));

/** The result of a text: if it asks for a person's words, and the answer has somebody else's, these are lacking. */
export function withSayer(result: SearchResult, text: string, knowledge: Knowledge, grammar: Grammar): SearchResult {
  const [part] = result.parts;
  if (!part || result.status !== 'answered' || part.alsoMissing) return result;
  const sayer = sayerIn(text, knowledge, grammar);
  if (!sayer || concerns(part.entry, sayer, knowledge)) return result;
  const why = `It asks for the words of ${sayer.name}, and the nearest entry, \`${part.entry.id}\`, has only others'.`;
  return { ...result, status: 'not_stated', parts: [{ ...part, lacks: 'words' }], why };
}
