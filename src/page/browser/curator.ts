/** The curators' side: the knowledge as a table to search, and a question to try. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Row, Tried } from '../curator.ts';
import type { Work } from '../work.ts';
import { rankingView } from './ranking.ts';
import { fetchRanking, fetchRows, fetchWork } from './server.ts';
import { workView } from './work.ts';

/** How often a change of the files is looked for while somebody looks at them. */
const LOOK_EVERY_MS = 2000;

interface State {
  readonly rows: readonly Row[];
  readonly work?: Work;
  readonly search: string;
  readonly question: string;
  readonly tried?: Tried;
  readonly problem?: string;
}

const rowText = ({ id, topic, question, answer, phrasings }: Row) =>
  [id, topic, question, answer, ...phrasings].join('\n').toLowerCase();

const rowView = ({ id, kind, topic, question, answer, phrasings, source, file }: Row) => html`<tr class=${kind}>
  <th scope="row">${question}<small>${id}</small></th>
  <td>${kind}<small>${topic}</small></td>
  <td>${answer}<small>${source}</small></td>
  <td><details><summary>${phrasings.length} phrasings</summary><ul>${phrasings.map((phrasing) => html`<li>${phrasing}</li>`)}</ul></details><small>${file}</small></td>
</tr>`;

function tableView({ rows, search }: State) {
  const wanted = search.trim().toLowerCase();
  const shown = rows.filter((row) => rowText(row).includes(wanted));
  return html`<p role="status">${shown.length} of ${rows.length} entries</p>
    <div class="table" tabindex="0" role="region" aria-label="Entries"><table>
      <thead><tr><th scope="col">Question</th><th scope="col">Kind</th><th scope="col">Answer</th><th scope="col">Phrasings</th></tr></thead>
      <tbody>${repeat(shown, ({ id }) => id, rowView)}</tbody>
    </table></div>`;
}

/** The curators' side; gives what draws it, and what loads it anew while it is shown. */
export function createCurator(changed: () => void): { readonly view: () => TemplateResult; readonly load: () => void } {
  let state: State = { rows: [], search: '', question: '' };
  const set = (change: Partial<State>) => {
    state = { ...state, ...change };
    changed();
  };
  const tell = (error: unknown) => set({ problem: error instanceof Error ? error.message : String(error) });
  const rank = async () => {
    if (state.question.trim() !== '') set({ tried: await fetchRanking(state.question) });
  };
  const load = async () => {
    try {
      const [rows, work] = await Promise.all([fetchRows(), fetchWork()]);
      if (JSON.stringify([rows, work]) === JSON.stringify([state.rows, state.work])) return;
      set({ rows, work });
      await rank();
    } catch (error) {
      tell(error);
    }
  };
  setInterval(() => {
    if (location.hash === '#knowledge' && document.visibilityState === 'visible') load();
  }, LOOK_EVERY_MS);
  const attempt = (event: SubmitEvent) => {
    event.preventDefault();
    rank().catch(tell);
  };
  const value = (event: Event) => (event.target as HTMLInputElement).value;
  return {
    load,
    view: () => html`<div class="curator">
      <form @submit=${attempt}>
        <label>Try a question <input name="tried" autocomplete="off" .value=${state.question}
          @input=${(event: Event) => set({ question: value(event) })}></label>
        <button type="submit" class="primary">Rank</button>
      </form>
      ${state.problem ? html`<p role="alert">${state.problem}</p>` : nothing}
      ${state.tried ? rankingView(state.tried, state.rows) : nothing}
      ${state.work ? workView(state.work) : nothing}
      <label>Search the knowledge <input name="search" type="search" autocomplete="off" .value=${state.search}
        @input=${(event: Event) => set({ search: value(event) })}></label>
      ${tableView(state)}
    </div>`,
  };
}
