/** What a question or a gap must have to be found, and to be answered fairly. */
import type { Fact, Knowledge, Place, Speaker, Theme } from '../knowledge.ts';
import type { Finding } from '../problem.ts';
import { within } from '../problem.ts';
import { openingVerdict } from '../verdict.ts';
import { stands } from './stands.ts';
import type { Rule } from './subject.ts';

const GAP_BEGINS = 'The article does not ';

export const gapsSaySo: Rule = ({ knowledge }) =>
  [...knowledge.entries.values()].flatMap((entry) =>
    entry.kind === 'gap' && !entry.answer.startsWith(GAP_BEGINS)
      ? [{ place: within(entry.place, 'answer'), message: `a gap's answer begins with "${GAP_BEGINS.trim()}"` }]
      : [],
  );

/** An opening "Yes" or "No" is wrong as soon as somebody asks the opposite question. */
export const noAnswerOpensWithAVerdict: Rule = ({ knowledge }) =>
  [...knowledge.entries.values()].flatMap(({ answer, place }) => {
    const verdict = openingVerdict(answer);
    if (verdict === undefined) return [];
    const message = `an answer opens with no verdict such as "${verdict}", which is wrong if people ask the other way round; state the fact in full`;
    return [{ place: within(place, 'answer'), message }];
  });

const themesOf = ({ articles }: Knowledge): readonly Theme[] => articles.flatMap(({ series }) => series);

const QUOTED = /“[^”]*”/g;
/** Words that depend on the day of reading, and weekdays without a date. */
const RELATIVE =
  /\b(?:today|tonight|yesterday|tomorrow|(?:last|next|this) (?:week|month|year)|(?:days?|weeks?|months?|years?) ago)\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!,? \d{1,2} \p{Lu})/u;

const WEEKDAY = /^\p{Lu}/u;

/** Dates are given in full, so that they do not depend on the day of reading; quotations stay as they were spoken. */
export const datesAreAbsolute: Rule = ({ knowledge }) => {
  const texts = [
    ...[...knowledge.facts.values()].map(({ text, place }) => ({ text, place: within(place, 'text') })),
    ...[...knowledge.entries.values()].map(({ answer, place }) => ({ text: answer, place: within(place, 'answer') })),
    ...themesOf(knowledge).flatMap(({ headline, lead, place }) => [
      { text: headline, place: within(place, 'headline') },
      { text: lead, place: within(place, 'lead') },
    ]),
  ];
  return texts.flatMap(({ text, place }) => {
    const [relative] = RELATIVE.exec(text.replace(QUOTED, '')) ?? [];
    if (relative === undefined) return [];
    const everyWeek = WEEKDAY.test(relative) ? `; of every week, write "${relative}s"` : '';
    return [
      {
        place,
        message: `"${relative}" leans on the day it is read; give the date, such as "Friday, 16 May 2025"${everyWeek}`,
      },
    ];
  });
};

/**
 * A party's claim is attributed to that party, in facts and in answers. A gap's answer is exempt: it claims nothing,
 * and the facts below it name their speakers.
 */
export const noClaimIsBare: Rule = ({ knowledge }) => [
  ...[...knowledge.facts.values()].flatMap((fact) => bareClaims(knowledge, fact, fact.text, [fact], 'text')),
  ...themesOf(knowledge).flatMap((theme) => {
    const facts = theme.rests_on.flatMap((id) => knowledge.facts.get(id) ?? []);
    return bareClaims(knowledge, theme, theme.lead, facts, 'lead');
  }),
  ...[...knowledge.entries.values()].flatMap((entry) => {
    const facts = entry.facts.flatMap((id) => knowledge.facts.get(id) ?? []);
    return entry.kind === 'gap' ? [] : bareClaims(knowledge, entry, entry.answer, facts, 'answer');
  }),
];

function bareClaims(
  knowledge: Knowledge,
  { place }: { readonly place: Place },
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
            message: `this rests on what \`${speaker.id}\` said and does not name ${[speaker.name, speaker.side].filter(Boolean).join(' or ')}; say whose claim it is`,
          },
        ],
  );
}

/** A speaker's name, side and aliases, each with the other names of its family. */
function waysToName({ name, side, aliases }: Speaker, families: Knowledge['names']): string[] {
  const own = [name, side, ...aliases].filter((way) => way !== '');
  return [...own, ...families.filter((family) => family.some((member) => own.includes(member))).flat()];
}
