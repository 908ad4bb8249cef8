/** A question tried: which entries it came near, by which words, and why it came out so. */
import { html, nothing, type TemplateResult } from 'lit';
import { subjectOf } from '../../search/labels.ts';
import type { Row, Tried } from '../curator.ts';

/** Words for and against, the strongest of each label. */
const WORDS_SHOWN = 8;

const CAME_TO: Readonly<Record<Tried['cameTo'], string>> = {
  answered: 'Answered',
  not_stated: 'The article does not say',
  no_match: 'Declined: nothing is near',
  'small talk': 'Said to the bot itself',
  'asked back': 'Asked back which was meant',
};

const percent = (part: number): string => `${(part * 100).toFixed(1)}%`;

type Label = Tried['labels'][number];

function nameView(label: string, rows: readonly Row[]): TemplateResult {
  const row = rows.find(({ id }) => id === label);
  if (row) return html`${row.question} <small>${row.kind} ${row.id}</small>`;
  const other = subjectOf(label);
  return html`${other?.subject ?? label} <small>${other?.kind === 'small talk' ? 'small talk' : 'outside the article'}</small>`;
}

const wordsView = ({ reasons }: Label) =>
  reasons
    .slice(0, WORDS_SHOWN)
    .map(
      ({ feature, weight }) =>
        html`<li class=${weight < 0 ? 'against' : 'for'}>${feature} <small>${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(2)}</small></li>`,
    );

function unknownView({ unknown }: Tried) {
  if (unknown.length === 0) return nothing;
  const words = unknown.map(({ word, readAs }) => (readAs ? `“${word}”, read as “${readAs}”` : `“${word}”`));
  return html`<p>In no phrasing: ${words.join('; ')}.</p>`;
}

/** What came of a question tried. */
export function rankingView(tried: Tried, rows: readonly Row[]): TemplateResult {
  return html`<section class="tried" aria-label="How it ranks">
    <p><strong>${CAME_TO[tried.cameTo]}</strong> (chance of being right: ${percent(tried.confidence)}). ${tried.why}</p>
    ${unknownView(tried)}
    <ol>${tried.labels.map(
      (label) => html`<li>
        <span class="label">${nameView(label.label, rows)}</span>
        <span class="score">${percent(label.score)}</span>
        <ul class="words" aria-label="Words that counted">${wordsView(label)}</ul>
      </li>`,
    )}</ol>
  </section>`;
}
