/** The queue of questions without an answer: each group with what a curator can do about it. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Decision, Queued } from '../../insights/queue.ts';
import type { Row } from '../curator.ts';
import type { Decided } from '../queue.ts';
import { say } from './words.ts';

type Decide = (decision: Decision) => void;

/** The decision in a card's form, by the button that sent it. */
function decisionOf(form: HTMLFormElement, button: HTMLElement | null, { language }: Queued): Decision {
  const data = new FormData(form);
  const value = (name: string) => String(data.get(name) ?? '');
  const all = (name: string) => data.getAll(name).map(String);
  const texts = all('text');
  switch (button?.getAttribute('value')) {
    case 'gap':
      return {
        kind: 'gap',
        near: value('entry'),
        question: value('question'),
        answer: value('answer'),
        facts: all('fact'),
        texts,
      };
    case 'outside':
      return { kind: 'outside', language, subject: value('subject'), texts };
    default:
      return { kind: 'phrasing', language, entry: value('entry'), texts };
  }
}

const gapView = ({ question, facts }: NonNullable<Queued['gap']>) => html`<details>
  <summary>${say('page.queue.gap')}</summary>
  <label>${say('page.queue.gapQuestion')} <input name="question" .defaultValue=${question}></label>
  <label>${say('page.queue.gapAnswer')} <textarea name="answer" rows="3" .defaultValue=${say('page.queue.gapBegins')}></textarea></label>
  <fieldset><legend>${say('page.queue.gapFacts')}</legend>${facts.map(
    ({ id, text }) =>
      html`<label class="check"><input type="checkbox" name="fact" value=${id} checked> ${text}</label>`,
  )}</fieldset>
  <button type="submit" value="gap">${say('page.queue.addGap')}</button>
</details>`;

function cardView(queued: Queued, rows: readonly Row[], decide: Decide) {
  const { questions, near, subjects, gap } = queued;
  const others = rows.filter(({ id }) => near.every(({ entry }) => entry !== id));
  const submitted = (event: SubmitEvent) => {
    event.preventDefault();
    decide(decisionOf(event.currentTarget as HTMLFormElement, event.submitter, queued));
  };
  return html`<li><form @submit=${submitted}>
    <ul class="asked">${questions.map(
      ({ text, times }) =>
        html`<li><label class="check"><input type="checkbox" name="text" value=${text} checked> ${text}</label><small>${say('page.queue.times', { times })}</small></li>`,
    )}</ul>
    <p class="choice"><label>${say('page.queue.near')} <select name="entry">
      ${near.map(({ entry, question }) => html`<option value=${entry}>${question}</option>`)}
      <optgroup label=${say('page.queue.others')}>${others.map(({ id, question }) => html`<option value=${id}>${question}</option>`)}</optgroup>
    </select></label> <button type="submit" value="phrasing">${say('page.queue.addPhrasing')}</button></p>
    ${gap ? gapView(gap) : nothing}
    <p class="choice"><label>${say('page.queue.subject')} <select name="subject">${subjects.map(
      (subject) => html`<option>${subject}</option>`,
    )}</select></label> <button type="submit" value="outside">${say('page.queue.notForUs')}</button></p>
  </form></li>`;
}

function decidedView(decided: Decided) {
  switch (decided.kind) {
    case 'written':
      return html`<p role="status">${say('page.queue.written', { files: decided.files.join(', ') })}</p>
        ${decided.left.map((line) => html`<p><small>${line}</small></p>`)}`;
    case 'wrong':
      return html`<p role="alert">${say('page.queue.wrong')}</p>${decided.problems.map((line) => html`<p><small>${line}</small></p>`)}`;
    case 'readOnly':
      return html`<p role="alert">${say('page.queue.readOnly', { file: decided.file })}</p>`;
    case 'outdated':
      return html`<p role="alert">${say('page.queue.outdated')}</p>`;
  }
}

/** The queue, most asked first; `decided` is the result of the last decision, `undefined` if there is none. */
export function queueView(
  queue: readonly Queued[],
  rows: readonly Row[],
  decided: Decided | 'pending' | undefined,
  decide: Decide,
): TemplateResult {
  return html`<section class="queue" aria-label=${say('page.queue.label')}>
    <h2>${say('page.queue.label')}</h2>
    ${decided === 'pending' ? html`<p role="status">${say('page.queue.checking')}</p>` : decided ? decidedView(decided) : nothing}
    ${queue.length === 0 ? html`<p>${say('page.queue.empty')}</p>` : nothing}
    <ol ?inert=${decided === 'pending'}>${repeat(
      queue,
      ({ language, questions }) => `${language} ${questions[0]?.text}`,
      (queued) => cardView(queued, rows, decide),
    )}</ol>
  </section>`;
}
