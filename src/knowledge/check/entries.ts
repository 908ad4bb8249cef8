/** What a question or a gap must have to be found, and to be answered fairly. */
import { normalise } from '../../text/normalise.ts';
import { plainText } from '../fingerprint.ts';
import type { Entry, Fact, Knowledge, Speaker } from '../knowledge.ts';
import type { Finding } from '../problem.ts';
import { within } from '../problem.ts';
import { phrasingPlace, type Rule } from './subject.ts';

// Few people ask in the words of the entry; the ranking knows only the wordings that it is given. A gap needs to be
// told from the questions near it rather than be found in every wording.
const FEWEST_PHRASINGS = { question: 40, gap: 20 } as const;

export const enoughPhrasings: Rule = ({ knowledge }) =>
  [...knowledge.entries.values()].flatMap((entry) => {
    const [count, fewest] = [entry.phrasings.length, FEWEST_PHRASINGS[entry.kind]];
    if (count >= fewest) return [];
    const place = count === 0 ? entry.place : phrasingPlace(entry);
    return [
      {
        place,
        message: `\`${entry.id}\` has ${count} phrasings; a ${entry.kind} needs ${fewest} or more to be found by`,
      },
    ];
  });

const GAP_BEGINS = 'The article does not ';

export const gapsSaySo: Rule = ({ knowledge }) =>
  [...knowledge.entries.values()].flatMap((entry) =>
    entry.kind === 'gap' && !entry.answer.startsWith(GAP_BEGINS)
      ? [{ place: within(entry.place, 'answer'), message: `a gap's answer begins with "${GAP_BEGINS.trim()}"` }]
      : [],
  );

/**
 * A party's claim is given as that party's, in facts and in answers. A gap's answer is spared: it claims nothing, and
 * the facts shown beneath it name their speakers.
 */
export const noClaimIsBare: Rule = ({ knowledge }) => [
  ...[...knowledge.facts.values()].flatMap((fact) => bareClaims(knowledge, fact, fact.text, [fact], 'text')),
  ...[...knowledge.entries.values()].flatMap((entry) => {
    const facts = entry.facts.flatMap((id) => knowledge.facts.get(id) ?? []);
    return entry.kind === 'gap' ? [] : bareClaims(knowledge, entry, entry.answer, facts, 'answer');
  }),
];

function bareClaims(
  knowledge: Knowledge,
  { place }: Entry | Fact,
  text: string,
  facts: readonly Fact[],
  field: string,
): Finding[] {
  const speakers = new Set(facts.flatMap(({ said_by }) => knowledge.speakers.get(said_by) ?? []));
  return [...speakers].flatMap((speaker) =>
    waysToName(speaker, knowledge.names).some((name) => stands(name, text))
      ? []
      : [
          {
            place: within(place, field),
            message: `this rests on what \`${speaker.id}\` said and does not name ${speaker.name} or ${speaker.side}; say whose claim it is`,
          },
        ],
  );
}

/** Name, side and aliases, each with the other names of its family. */
function waysToName({ name, side, aliases }: Speaker, families: Knowledge['names']): string[] {
  const own = [name, side, ...aliases];
  return [...own, ...families.filter((family) => family.some((member) => own.includes(member))).flat()];
}

function stands(name: string, text: string): boolean {
  const escaped = RegExp.escape(normalise(plainText(name)));
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u').test(normalise(plainText(text)));
}
