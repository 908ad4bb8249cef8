/** A series of daily posts says each thing once, and each lead is as long as a lead. */
import { plainText } from '../fingerprint.ts';
import type { Knowledge, Place, Theme } from '../knowledge.ts';
import { type Finding, within } from '../problem.ts';
import type { Rule } from './subject.ts';

/** What a theme itself shows, each with its place: its facts, its quotation, its question. */
function shownBy({ place, facts, quotation, question }: Theme): readonly { id: string; place: Place }[] {
  return [
    ...facts.map((id, index) => ({ id, place: within(place, 'facts', index) })),
    ...(quotation === undefined ? [] : [{ id: quotation, place: within(place, 'quotation') }]),
    { id: question, place: within(place, 'question') },
  ];
}

export const nothingStandsTwiceInASeries: Rule = ({ knowledge }) =>
  knowledge.articles.flatMap(({ series }) => {
    const first = new Map<string, Place>();
    return series.flatMap(shownBy).flatMap(({ id, place }): Finding[] => {
      const other = first.get(id);
      if (other) return [{ place, message: `\`${id}\` stands twice in this series; show another`, other }];
      first.set(id, place);
      return [];
    });
  });

/** The texts of a theme that may contain the words of a quotation. */
function textsOf({ place, headline, lead, facts }: Theme, knowledge: Knowledge) {
  return [
    { text: headline, place: within(place, 'headline') },
    { text: lead, place: within(place, 'lead') },
    ...facts.map((id, index) => ({ text: knowledge.facts.get(id)?.text ?? '', place: within(place, 'facts', index) })),
  ];
}

/** The facts under a lead add to it, and a quotation occurs nowhere else in the series. */
export const themesSayNothingTwice: Rule = ({ knowledge }) =>
  knowledge.articles.flatMap(({ series }) => {
    const said = series.flatMap(({ place, facts, rests_on }) =>
      facts.flatMap((id, index): Finding[] =>
        rests_on.includes(id)
          ? [{ place: within(place, 'facts', index), message: `the lead says \`${id}\` already; show another fact` }]
          : [],
      ),
    );
    const quoted = knowledge.quotations.filter(({ id }) => series.some(({ quotation }) => quotation === id));
    const texts = series.flatMap((theme) => textsOf(theme, knowledge));
    const repeated = quoted.flatMap(({ id, words }) =>
      texts
        .filter(({ text }) => plainText(text).includes(plainText(words)))
        .map(({ place }) => ({ place, message: `this repeats the words of \`${id}\`, which the series quotes` })),
    );
    return [...said, ...repeated];
  });

const SENTENCES = 2;
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

export const leadsHaveTwoSentences: Rule = ({ knowledge }) =>
  knowledge.articles.flatMap(({ series }) =>
    series.flatMap(({ place, lead }) => {
      const count = [...sentences.segment(lead)].length;
      const message = `a lead has ${SENTENCES} sentences, and this one has ${count}`;
      return count === SENTENCES ? [] : [{ place: within(place, 'lead'), message }];
    }),
  );
