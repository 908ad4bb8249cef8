/** The result of trying a question: the nearest entries, the words that counted, and the reason for the result. */
import { html, nothing, type TemplateResult } from 'lit';
import type { MessageKey } from '../../messages/say.ts';
import { subjectOf } from '../../search/labels.ts';
import type { Row, Tried } from '../curator.ts';
import { locale, say } from './words.ts';

/** How many words for and against each label are shown. */
const WORDS_SHOWN = 8;

/** The names of the kinds of entries. */
export const KINDS = {
  question: 'page.curator.kind.question',
  gap: 'page.curator.kind.gap',
} as const satisfies Record<Row['kind'], MessageKey>;

const CAME_TO: Readonly<Record<Tried['cameTo'], MessageKey>> = {
  answered: 'page.ranking.answered',
  not_stated: 'page.ranking.notStated',
  no_match: 'page.ranking.noMatch',
  'small talk': 'page.ranking.smallTalk',
  'asked back': 'page.ranking.askedBack',
};

const percent = (part: number): string => say('page.ranking.percent', { part });
const weightForm = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

type Label = Tried['labels'][number];

function nameView(label: string, rows: readonly Row[]): TemplateResult {
  const row = rows.find(({ id }) => id === label);
  if (row) return html`${row.question} <small>${say(KINDS[row.kind])} ${row.id}</small>`;
  const other = subjectOf(label);
  const kind = other?.kind === 'small talk' ? 'page.ranking.kind.smallTalk' : 'page.ranking.kind.outside';
  return html`${other?.subject ?? label} <small>${say(kind)}</small>`;
}

const wordsView = ({ reasons }: Label) =>
  reasons
    .slice(0, WORDS_SHOWN)
    .map(
      ({ feature, weight }) =>
        html`<li class=${weight < 0 ? 'against' : 'for'}>${feature} <small>${weight < 0 ? '−' : '+'}${weightForm.format(Math.abs(weight))}</small></li>`,
    );

function unknownView({ unknown }: Tried) {
  if (unknown.length === 0) return nothing;
  const words = unknown.map(({ word, readAs }) =>
    readAs ? say('page.ranking.readAs', { word, readAs }) : say('page.ranking.unknownWord', { word }),
  );
  return html`<p>${say('page.ranking.unknown', { words: words.join('; ') })}</p>`;
}

/** The result of trying a question. */
export function rankingView(tried: Tried, rows: readonly Row[]): TemplateResult {
  return html`<section class="tried" aria-label=${say('page.ranking.label')}>
    <p><strong>${say(CAME_TO[tried.cameTo])}</strong> ${say('page.ranking.chance', { part: tried.confidence })} ${tried.why}</p>
    ${unknownView(tried)}
    <ol>${tried.labels.map(
      (label) => html`<li>
        <span class="label">${nameView(label.label, rows)}</span>
        <span class="score">${percent(label.score)}</span>
        <ul class="words" aria-label=${say('page.ranking.words')}>${wordsView(label)}</ul>
      </li>`,
    )}</ol>
  </section>`;
}
