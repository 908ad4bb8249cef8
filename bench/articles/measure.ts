/** Measures, in its own process, what answering from a number of articles costs. */
import { setImmediate as nextTask } from 'node:timers/promises';
import { commands } from '../../commands/index.ts';
import { contextAmong } from '../../src/answer/articles.ts';
import type { Context } from '../../src/answer/command.ts';
import { dispatch } from '../../src/answer/dispatch.ts';
import type { Reply } from '../../src/answer/reply.ts';
import { createCache } from '../../src/snapshot/cache.ts';
import { cachedMaterial } from '../../src/snapshot/material.ts';
import { snapshotOf } from '../../src/snapshot/open.ts';
import { score } from '../../src/terminal/eval/score.ts';
import { jsonOf } from '../../src/terminal/json.ts';
import { quantiles } from '../quantiles.ts';
import { type Asked, questionsAbout } from './asked.ts';
import { idIn } from './generate.ts';
import type { Measured, Measurement } from './table.ts';

const MIB = 2 ** 20;
const ROUNDS = 5;
/** The number of articles asked about while latency is measured. */
const POPULAR = 8;

/** The CPU milliseconds that something takes, on all threads. */
function cpu<Value>(make: () => Value): readonly [Value, number] {
  const before = process.cpuUsage();
  const value = make();
  const { user, system } = process.cpuUsage(before);
  return [value, (user + system) / 1000];
}

async function memory(): Promise<number> {
  // The memory of arrays is freed in tasks after the collection that finds them unused.
  for (let round = 0; round < 3; round++) {
    global.gc?.();
    await nextTask();
  }
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MIB;
}

async function measure({ folder, knowledge, hash, articles }: Measurement): Promise<Measured> {
  const fail = (reason: string) => {
    throw new Error(reason);
  };
  const cache = createCache(folder, fail);
  const empty = await memory();
  const [snapshot, start] = cpu(() => {
    const material = cachedMaterial(hash, cache);
    if (!material) throw new Error(`not all of ${articles} articles is cached in ${folder}`);
    return snapshotOf(material, { articles: undefined }, cache);
  });
  const opened = await memory();
  const numbers = Array.from({ length: articles }, (_, at) => at);
  const everything = { ...snapshot, now: new Date('2026-01-01T12:00:00Z') };
  const ask = (question: string, context: Context = everything): Reply => {
    const request = { command: 'ask', options: { question }, asker: { user: 'bench', locale: 'en' } };
    const reply = dispatch(request, { commands, context, onError: (_, error) => fail(String(error)) });
    if (reply instanceof Promise) throw new Error('an answer was waited for');
    return reply;
  };
  ask('');
  const articleId = ({ article }: Pick<Asked, 'article'>) => idIn(article, knowledge.articles[0]?.id ?? '');
  const isRight = ({ labelled, article }: Asked, reply: Reply): boolean => {
    const id = articleId({ article });
    const text = [reply.text, ...reply.sections.map((section) => section.text)].join('\n');
    const answer = jsonOf(labelled.question, { ...reply, text });
    return score(labelled, { ...answer, citations: answer.citations.filter((one) => one.article === id) }).right;
  };
  /** Whether a reply is right by an answer with a button for its sources: others are shown in short. */
  const isRightInFull = (asked: Asked, reply: Reply): boolean =>
    isRight(asked, { ...reply, sections: [] }) &&
    (reply.outcome?.status !== 'answered' ||
      reply.buttons.some(
        ({ action }) => snapshot.knowledge.entries.get(action.options.question ?? '')?.article === articleId(asked),
      ));
  const all = questionsAbout(knowledge, numbers);
  const firsts = numbers.slice(0, 3 * POPULAR).map((article) => {
    const [asked] = questionsAbout(knowledge, [article]);
    return cpu(() => ask(asked?.labelled.question ?? ''))[1];
  });
  const replies = all.map((asked) => ({ asked, reply: ask(asked.labelled.question) }));
  const alone = all.map((asked) => ({
    asked,
    reply: ask(asked.labelled.question, contextAmong(everything, [articleId(asked)])),
  }));
  const asked = await memory();
  const popular = questionsAbout(knowledge, numbers.slice(0, POPULAR));
  const timed = ({ labelled }: Asked) => {
    const before = performance.now();
    ask(labelled.question);
    return performance.now() - before;
  };
  const asTheyCome = popular.map(timed);
  // The second time, when its rankers are surely in memory; and the least of several rounds, because on a shared machine
  // the rest is waiting.
  const again = (asked: Asked) => timed(asked) && timed(asked);
  const rounds = Array.from({ length: ROUNDS }, () => popular.map(again));
  const times = popular.map((_, at) => Math.min(...rounds.map((round) => round[at] ?? Number.POSITIVE_INFINITY)));
  const rightOf = (these: typeof replies) =>
    these.filter(({ asked, reply }) => isRight(asked, reply)).length / these.length;
  const own = ({ asked }: (typeof replies)[number]) => asked.own;
  const bothAnswer = replies.filter(
    ({ reply: { citations } }) => new Set(citations.map(({ article }) => article)).size > 1,
  );
  return {
    articles,
    start,
    memory: opened - empty,
    memoryAsked: asked - empty,
    first: quantiles(firsts).p50,
    ...quantiles(times),
    p99AsTheyCome: quantiles(asTheyCome).p99,
    right: rightOf(replies),
    rightInFull: replies.filter(({ asked, reply }) => isRightInFull(asked, reply)).length / replies.length,
    alone: rightOf(alone),
    own: replies.filter(own).length / replies.length,
    rightOfOwn: rightOf(replies.filter(own)),
    aloneOfOwn: rightOf(alone.filter(own)),
    both: bothAnswer.length / replies.length,
    questions: replies.length,
  };
}

process.once('message', async (measurement: Measurement) => {
  process.send?.(await measure(measurement), () => process.disconnect());
});
