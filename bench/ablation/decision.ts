import { fitRanker, type Ranking } from '../../src/search/ranking/index.ts';
import { decisionOn } from '../decision.ts';
import { percent, table } from '../format.ts';
import { areaUnderRoc, type Trial } from './open-set.ts';

const OFFERED = 3;

interface Outcome {
  readonly label: string | null;
  readonly ranking: Ranking;
}

const share = (part: number, all: number) => percent(part / all);

function rowOf(name: string, trials: readonly Trial[]): string[] {
  const outcomes = trials.flatMap(({ phrasings, questions }): Outcome[] => {
    const ranker = fitRanker(phrasings);
    return questions.map(({ text, label }) => ({ label, ranking: ranker.rank(text, OFFERED) }));
  });
  const answerable = outcomes.filter(({ label }) => label !== null);
  const unanswerable = outcomes.filter(({ label }) => label === null);
  const confidences = (some: readonly Outcome[]) => some.map(({ ranking }) => ranking.confidence);
  const isRight = ({ label, ranking }: Outcome) => decisionOn(ranking).answered && ranking.ranked[0]?.label === label;
  const isOffered = ({ label, ranking }: Outcome) =>
    decisionOn(ranking).asked && ranking.ranked.some((ranked) => ranked.label === label);
  return [
    name,
    percent(areaUnderRoc(confidences(answerable), confidences(unanswerable))),
    share(answerable.filter(isRight).length, answerable.length),
    share(answerable.filter((outcome) => isRight(outcome) || isOffered(outcome)).length, answerable.length),
    share(unanswerable.filter(({ ranking }) => decisionOn(ranking).answered).length, unanswerable.length),
    share(unanswerable.filter(({ ranking }) => decisionOn(ranking).asked).length, unanswerable.length),
  ];
}

/** The results of the engine's decision, for named trials that include questions without an answer. */
export function decisionTable(trials: Readonly<Record<string, readonly Trial[]>>): string {
  const head = ['questions that nothing answers', 'AUROC', 'right', 'right or offered', 'false', 'asked in vain'];
  return table(
    head,
    Object.entries(trials).map(([name, some]) => rowOf(name, some)),
  );
}
