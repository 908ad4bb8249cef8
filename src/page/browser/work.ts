/** What is left to do, as expandable lists, and each draft beside the article's text. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Draft, Work } from '../work.ts';
import { say } from './words.ts';

const listView = (name: string, items: Work['toDo']) =>
  items.length === 0
    ? nothing
    : html`<details><summary>${name}</summary>
        <ul class="left">${items.map(({ file, message }) => html`<li>${message}<small>${file}</small></li>`)}</ul>
      </details>`;

const languagesView = (languages: Work['languages']) =>
  languages.length === 0 ? nothing : html`<p>${languages.map((line) => html`<small>${line}</small>`)}</p>`;

const paragraphView = ({ text, gist, facts }: Draft['paragraphs'][number], index: number) => html`<tr>
  <th scope="row">¶${index + 1}</th>
  <td>${text ?? html`<small>${say('page.work.noText')}</small>`}</td>
  <td>${gist === '' ? html`<small>${say('page.work.noGist')}</small>` : gist}</td>
  <td>${facts.length === 0 ? html`<small>${say('page.work.noFact')}</small>` : html`<ul>${facts.map((fact) => html`<li>${fact}</li>`)}</ul>`}</td>
</tr>`;

const draftView = ({ id, headline, paragraphs }: Draft) => html`<details>
  <summary>${say('page.work.draft', { headline })} <small>${id}</small></summary>
  <div class="table" tabindex="0" role="region" aria-label=${say('page.work.draft', { headline })}><table class="draft">
    <thead><tr><th scope="col">${say('page.work.column.paragraph')}</th><th scope="col">${say('page.work.column.text')}</th><th scope="col">${say('page.work.column.gist')}</th><th scope="col">${say('page.work.column.facts')}</th></tr></thead>
    <tbody>${paragraphs.map(paragraphView)}</tbody>
  </table></div>
</details>`;

/** What is left to do; nothing if there is nothing. */
export function workView({ toDo, warnings, languages, drafts }: Work): TemplateResult | typeof nothing {
  if (toDo.length + warnings.length + languages.length + drafts.length === 0) return nothing;
  return html`<section class="work" aria-label=${say('page.work.label')}>
    ${listView(say('page.work.toDo', { count: toDo.length }), toDo)}
    ${listView(say('page.work.warnings', { count: warnings.length }), warnings)}
    ${languagesView(languages)}
    ${drafts.map(draftView)}
  </section>`;
}
