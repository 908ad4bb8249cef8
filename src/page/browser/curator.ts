/** The curators' view: the knowledge as a searchable table, and a question to try. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Decision, Queued } from '../../insights/queue.ts';
import type { Row, Tried } from '../curator.ts';
import type { Decided } from '../queue.ts';
import type { Work } from '../work.ts';
import { queueView } from './queue.ts';
import { KINDS, rankingView } from './ranking.ts';
import { decide, fetchQueue, fetchRanking, fetchRows, fetchWork } from './server.ts';
import { say } from './words.ts';
import { workView } from './work.ts';

/** How often the files are checked for changes while the view is open. */
const LOOK_EVERY_MS = 2000;

interface State {
  readonly rows: readonly Row[];
  readonly work?: Work;
  readonly search: string;
  readonly question: string;
  readonly queue: readonly Queued[];
  /** The result of the last decision. */
  readonly decided?: Decided | 'pending' | undefined;
  readonly tried?: Tried;
  readonly problem?: string;
}

const rowText = ({ id, topic, question, answer, phrasings }: Row) =>
  [id, topic, question, answer, ...phrasings].join('\n').toLowerCase();

const rowView = ({ id, kind, topic, question, answer, phrasings, source, file }: Row) => html`<tr class=${kind}>
  <th scope="row">${question}<small>${id}</small></th>
  <td>${say(KINDS[kind])}<small>${topic}</small></td>
  <td>${answer}<small>${source}</small></td>
  <td><details><summary>${say('page.curator.phrasings', { count: phrasings.length })}</summary><ul>${phrasings.map((phrasing) => html`<li>${phrasing}</li>`)}</ul></details><small>${file}</small></td>
</tr>`;

const COLUMNS = [
  'page.curator.column.question',
  'page.curator.column.kind',
  'page.curator.column.answer',
  'page.curator.column.phrasings',
] as const;

function tableView({ rows, search }: State) {
  const wanted = search.trim().toLowerCase();
  const shown = rows.filter((row) => rowText(row).includes(wanted));
  return html`<p role="status">${say('page.curator.shown', { shown: shown.length, all: rows.length })}</p>
    <div class="table" tabindex="0" role="region" aria-label=${say('page.curator.entries')}><table>
      <thead><tr>${COLUMNS.map((key) => html`<th scope="col">${say(key)}</th>`)}</tr></thead>
      <tbody>${repeat(shown, ({ id }) => id, rowView)}</tbody>
    </table></div>`;
}

/** Creates the curators' view; returns the view, and a function that reloads it while it is open. */
export function createCurator(changed: () => void): { readonly view: () => TemplateResult; readonly open: () => void } {
  let state: State = { rows: [], queue: [], search: '', question: '' };
  const set = (change: Partial<State>) => {
    state = { ...state, ...change };
    changed();
  };
  const tell = (error: unknown) => set({ problem: error instanceof Error ? error.message : String(error) });
  const rank = async () => {
    if (state.question.trim() !== '') set({ tried: await fetchRanking(state.question) });
  };
  const loadQueue = async () => set({ queue: await fetchQueue() });
  const decided = async (decision: Decision) => {
    set({ decided: 'pending' });
    try {
      set({ decided: await decide(decision) });
    } catch (error) {
      set({ decided: undefined });
      tell(error);
    }
  };
  const load = async () => {
    try {
      const [rows, work] = await Promise.all([fetchRows(), fetchWork()]);
      if (JSON.stringify([rows, work]) === JSON.stringify([state.rows, state.work])) return;
      set({ rows, work });
      // The question that was tried may have another result by now.
      await Promise.all([rank(), loadQueue()]);
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
    open: () => {
      loadQueue().catch(tell);
      load();
    },
    view: () => html`<div class="curator">
      <form @submit=${attempt}>
        <label>${say('page.curator.try')} <input name="tried" autocomplete="off" .value=${state.question}
          @input=${(event: Event) => set({ question: value(event) })}></label>
        <button type="submit" class="primary">${say('page.curator.rank')}</button>
      </form>
      ${state.problem ? html`<p role="alert">${state.problem}</p>` : nothing}
      ${state.tried ? rankingView(state.tried, state.rows) : nothing}
      ${state.work ? workView(state.work) : nothing}
      ${queueView(state.queue, state.rows, state.decided, decided)}
      <label>${say('page.curator.search')} <input name="search" type="search" autocomplete="off" .value=${state.search}
        @input=${(event: Event) => set({ search: value(event) })}></label>
      ${tableView(state)}
    </div>`,
  };
}
