/** The curators' queue: groups of questions without an answer, with the entries near each. */
import type { Languages, Spoken } from '../answer/languages.ts';
import type { Edit } from '../knowledge/edit.ts';
import type { Entry, Knowledge } from '../knowledge/knowledge.ts';
import { BASE_LANGUAGE } from '../messages/messages.ts';
import type { Search } from '../search/search.ts';
import type { Store } from '../store/open.ts';
import type { Counted } from './groups.ts';
import { asQuestion, freshId } from './paste.ts';
import { insightsOf, lastDays, type Misfit, misfits } from './report.ts';
import { type Suggestion, suggestions } from './suggest.ts';

const NEAR = 5;
const FACTS = 3;

/** Questions that ask the same, and what a curator can do about them. */
export interface Queued {
  readonly language: string;
  /** Most asked first. */
  readonly questions: readonly Counted[];
  readonly times: number;
  /** What probably should be done. */
  readonly guess: Suggestion['kind'];
  /** The nearest entries, likeliest first. */
  readonly near: readonly { readonly entry: string; readonly question: string }[];
  /** Subjects outside the articles, likeliest first. */
  readonly subjects: readonly string[];
  /** The draft of a gap; null in languages other than English, because every gap is written in English first. */
  readonly gap: {
    readonly question: string;
    readonly facts: readonly { readonly id: string; readonly text: string }[];
  } | null;
}

/** The facts that match a text, else those of the nearest entry. */
function factsNear(text: string, near: Entry | undefined, { facts }: Search, knowledge: Knowledge) {
  const found = facts(text).slice(0, FACTS);
  const own = near?.facts.flatMap((id) => knowledge.facts.get(id) ?? []) ?? [];
  return (found.length > 0 ? found : own).map(({ id, text }) => ({ id, text }));
}

function queued(suggestion: Suggestion, language: string, { knowledge, search }: Spoken): Queued {
  const { kind, group } = suggestion;
  const text = group.questions[0]?.text ?? '';
  const likeliest = kind === 'phrasing' ? [suggestion.entry] : kind === 'gap' ? [suggestion.near] : [];
  const near = [...new Set([...likeliest, ...search.nearest(text)])].slice(0, NEAR);
  const subject = kind === 'outside' ? [suggestion.subject] : [];
  return {
    ...{ language, guess: kind, questions: group.questions, times: group.times },
    near: near.map(({ id, question }) => ({ entry: id, question })),
    subjects: [...new Set([...subject, ...knowledge.outside.keys()])],
    gap:
      language === BASE_LANGUAGE
        ? { question: asQuestion(text), facts: factsNear(text, near[0], search, knowledge) }
        : null,
  };
}

/**
 * Questions without an answer over the last `days` days in all servers, most asked first; only words that may be kept,
 * and none that the knowledge has by now.
 */
export async function queueOf(
  stores: readonly Store[],
  days: number,
  now: number,
  languages: Languages,
): Promise<readonly Queued[]> {
  const unanswered: Counted[] = [];
  const wrong: Misfit[] = [];
  for (const store of stores) {
    unanswered.push(...(await insightsOf(store, null, days, now)).unanswered);
    wrong.push(...(await misfits(store, lastDays(null, days, now))));
  }
  const languageOf = ({ text }: { readonly text: string }) => languages.of(text, BASE_LANGUAGE);
  const [unansweredIn, wrongIn] = [Map.groupBy(unanswered, languageOf), Map.groupBy(wrong, languageOf)];
  return languages.spoken
    .flatMap((language) => {
      const spoken = languages.in(language);
      const found = suggestions(unansweredIn.get(language) ?? [], wrongIn.get(language) ?? [], spoken);
      return found.map((suggestion) => queued(suggestion, language, spoken));
    })
    .sort((one, other) => other.times - one.times);
}

type GapEdit = Extract<Edit, { kind: 'gap' }>;

/** What a curator decides on a group. */
export type Decision =
  | { readonly kind: 'phrasing'; readonly language: string; readonly entry: string; readonly texts: readonly string[] }
  /** `near` is an entry of the topic that the gap belongs to. */
  | (Omit<GapEdit, 'article' | 'topic' | 'id'> & { readonly near: string })
  | Extract<Edit, { kind: 'outside' }>;

/** The edit that a decision means; null if it names an entry or a subject that is gone. */
export function editOf(decision: Decision, { entries, outside }: Knowledge): Edit | null {
  switch (decision.kind) {
    case 'phrasing': {
      const entry = entries.get(decision.entry);
      return entry ? { ...decision, kind: 'phrasings', entry } : null;
    }
    case 'gap': {
      const near = entries.get(decision.near);
      if (!near) return null;
      const { question, answer, facts, texts } = decision;
      const id = freshId(question, new Set(entries.keys()));
      return { kind: 'gap', article: near.article, topic: near.topic, id, question, answer, facts, texts };
    }
    case 'outside':
      return outside.has(decision.subject) ? decision : null;
  }
}
