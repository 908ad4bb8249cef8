/** What is left to do, as lists to open, and each draft beside the article's text. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Draft, Work } from '../work.ts';

const listView = (name: string, items: Work['toDo']) =>
  items.length === 0
    ? nothing
    : html`<details><summary>${name} (${items.length})</summary>
        <ul class="left">${items.map(({ file, message }) => html`<li>${message}<small>${file}</small></li>`)}</ul>
      </details>`;

const languagesView = (languages: Work['languages']) =>
  languages.length === 0 ? nothing : html`<p>${languages.map((line) => html`<small>${line}</small>`)}</p>`;

const paragraphView = ({ text, gist, facts }: Draft['paragraphs'][number], index: number) => html`<tr>
  <th scope="row">¶${index + 1}</th>
  <td>${text ?? html`<small>The text is not at hand; ARTICLES_DIR names its folder.</small>`}</td>
  <td>${gist === '' ? html`<small>To be written</small>` : gist}</td>
  <td>${facts.length === 0 ? html`<small>None yet</small>` : html`<ul>${facts.map((fact) => html`<li>${fact}</li>`)}</ul>`}</td>
</tr>`;

const draftView = ({ id, headline, paragraphs }: Draft) => html`<details>
  <summary>Draft: ${headline} <small>${id}</small></summary>
  <div class="table" tabindex="0" role="region" aria-label=${`Draft ${id}`}><table class="draft">
    <thead><tr><th scope="col">Paragraph</th><th scope="col">The article's text</th><th scope="col">Gist</th><th scope="col">Facts</th></tr></thead>
    <tbody>${paragraphs.map(paragraphView)}</tbody>
  </table></div>
</details>`;

/** What is left to do; nothing if there is nothing. */
export function workView({ toDo, warnings, languages, drafts }: Work): TemplateResult | typeof nothing {
  if (toDo.length + warnings.length + languages.length + drafts.length === 0) return nothing;
  return html`<section class="work" aria-label="What is left to do">
    ${listView('To do', toDo)}
    ${listView('Warnings', warnings)}
    ${languagesView(languages)}
    ${drafts.map(draftView)}
  </section>`;
}
