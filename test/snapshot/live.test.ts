import { expect, test } from 'vitest';
import { createLog } from '../../src/config/log.ts';
import { createLive } from '../../src/snapshot/live.ts';
import type { Opened } from '../../src/snapshot/open.ts';
import { smallContext } from '../support/knowledge.ts';

const { now: _now, ...context } = smallContext;
const first = { ...context, curated: { knowledge: context.knowledge, leftOut: [], texts: new Map() } };
const second = { ...first, knowledge: { ...first.knowledge, hash: 'another' } };

function logged() {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => void lines.push(JSON.parse(line).msg) });
  return { log, lines };
}
const opens = (...opened: (Opened | Error)[]) => {
  return async () => {
    const next = opened.shift();
    if (next === undefined || next instanceof Error) throw next;
    return next;
  };
};

test('a reload swaps the whole knowledge', async () => {
  const { log, lines } = logged();
  const live = createLive(first, opens({ ok: true, snapshot: second }), log);
  expect(live.current()).toBe(first);
  await live.reload();
  expect(live.current()).toBe(second);
  expect(lines).toEqual(['knowledge reloaded']);
});

test('broken knowledge leaves the old in place, the log names the line, and a mended one is taken', async () => {
  const { log, lines } = logged();
  const problem = { file: 'knowledge/a/facts/x.yaml', line: 3, column: 5, message: 'no such speaker' };
  const broken: Opened = { ok: false, problems: [problem] };
  const live = createLive(first, opens(broken, new Error('disk'), { ok: true, snapshot: second }), log);
  await live.reload();
  expect(live.current()).toBe(first);
  expect(lines[0]).toBe('knowledge/a/facts/x.yaml:3:5 no such speaker');
  await live.reload();
  expect(live.current()).toBe(first);
  await live.reload();
  expect(live.current()).toBe(second);
});

test('a broken draft is told of once, and again once it has changed', async () => {
  const { log, lines } = logged();
  const problem = { file: 'knowledge/pond/facts/x.yaml', line: 3, column: 5, message: 'no such speaker' };
  const line = 'knowledge/pond/facts/x.yaml:3:5 no such speaker';
  const summary = 'a draft is invalid; it is left out, and the rest is served';
  const without = (...leftOut: (typeof problem)[]) => ({ ...first, curated: { ...first.curated, leftOut } });
  const opened = [without(problem), without(), without(problem)].map((snapshot): Opened => ({ ok: true, snapshot }));
  const live = createLive(without(problem), opens(...opened), log);
  expect(lines.splice(0)).toEqual([line, summary]);
  await live.reload();
  expect(lines.splice(0)).toEqual(['knowledge reloaded']);
  await live.reload();
  expect(lines.splice(0)).toEqual(['knowledge reloaded']);
  await live.reload();
  expect(lines).toEqual([line, summary, 'knowledge reloaded']);
});

test('a change during a reload is not missed, and two are one', async () => {
  const { log } = logged();
  const [slow, last] = [Promise.withResolvers<Opened>(), { ok: true, snapshot: second } as const];
  const opened = [slow.promise, Promise.resolve(last), Promise.reject(new Error('once too often'))];
  opened[2]?.catch(() => undefined);
  const live = createLive(first, () => opened.shift() ?? Promise.reject(new Error('nothing left')), log);
  const reloading = live.reload();
  await live.reload();
  await live.reload();
  slow.resolve({ ok: true, snapshot: first });
  await reloading;
  expect(live.current()).toBe(second);
  expect(opened).toHaveLength(1);
});
