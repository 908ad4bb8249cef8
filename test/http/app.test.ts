import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import type { Reply } from '../../src/answer/reply.ts';
import { createMetrics } from '../../src/bot/metrics.ts';
import type { InteractionReference } from '../../src/discord/incoming.ts';
import { respond } from '../../src/discord/respond.ts';
import { createApp } from '../../src/http/app.ts';
import { onlyFromHere } from '../../src/http/only-from-here.ts';
import { publicKeyOf } from '../../src/http/signature.ts';
import { idAt, NOW, rawCommand } from '../discord/raw.ts';
import { reply } from '../support/messages.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const hex = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex');

function appWith(answer: Reply | Promise<Reply>, gatewayReady = true) {
  const later: [InteractionReference, Promise<Reply>][] = [];
  const failures: unknown[] = [];
  const refused: string[] = [];
  const metrics = createMetrics({ gatewayReady: () => gatewayReady, postsDue: async () => 3 });
  const handler = { answer: async () => answer, complete: () => [], now: () => NOW };
  const app = createApp({
    checks: { gateway: () => gatewayReady, knowledge: async () => true },
    metrics: metrics.text,
    interactions: {
      publicKey: publicKeyOf(hex),
      now: () => NOW,
      respond: (incoming) => respond(incoming, handler),
      onLater: (reference, { reply }) => later.push([reference, reply]),
      onMalformed: (error) => failures.push(error),
      onRefused: (reason) => refused.push(reason),
    },
    onError: (error) => failures.push(error),
  });
  return { app, later, failures, refused, metrics };
}

function signed(body: string | Buffer, at = NOW, change: Record<string, string> = {}) {
  const timestamp = String(Math.floor(at / 1000));
  const bytes = Buffer.concat([Buffer.from(timestamp), Buffer.from(body)]);
  const signature = sign(null, bytes, privateKey).toString('hex');
  const headers = { 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp, ...change };
  return new Request('http://localhost/interactions', { method: 'POST', body: Buffer.from(body), headers });
}
const ping = JSON.stringify({ type: 1 });

test('a signed ping gets a pong', async () => {
  const response = await appWith(reply({ text: 'x' })).app.request(signed(ping));
  expect([response.status, await response.json()]).toEqual([200, { type: 1 }]);
});

const FIVE_MINUTES = 5 * 60 * 1000;
test.each([
  ['without a signature', signed(ping, NOW, { 'x-signature-ed25519': '' })],
  ['with a garbled signature', signed(ping, NOW, { 'x-signature-ed25519': 'zz' })],
  ['with a signature of something else', signed(ping, NOW, { 'x-signature-timestamp': String(NOW / 1000 - 1) })],
  ['without a timestamp', signed(ping, NOW, { 'x-signature-timestamp': '' })],
  ['from over five minutes ago', signed(ping, NOW - FIVE_MINUTES - 1000)],
  ['from over five minutes ahead', signed(ping, NOW + FIVE_MINUTES + 1000)],
])('a request %s is refused', async (_what, request) => {
  expect((await appWith(reply({ text: 'x' })).app.request(request)).status).toBe(401);
});

test('five minutes to the second are still taken', async () => {
  const { app } = appWith(reply({ text: 'x' }));
  expect((await app.request(signed(ping, NOW - FIVE_MINUTES))).status).toBe(200);
});

test('128 KiB are read, one byte more is not', async () => {
  const { app, failures, refused } = appWith(reply({ text: 'x' }));
  expect((await app.request(signed(Buffer.alloc(128 * 1024, 32)))).status).toBe(400);
  expect(failures).toHaveLength(1);
  expect((await app.request(signed(Buffer.alloc(128 * 1024 + 1, 32)))).status).toBe(413);
  expect(refused).toEqual(['its body is over 128 KiB']);
});

test('nothing is read of a body without a signature', async () => {
  const { app, refused } = appWith(reply({ text: 'x' }));
  const read = vi.fn();
  const body = new ReadableStream({ pull: read }, { highWaterMark: 0 });
  const response = await app.request('http://localhost/interactions', { method: 'POST', body, duplex: 'half' });
  expect([response.status, read.mock.calls, refused]).toEqual([401, [], ['it is not signed by Discord']]);
});

test('a body that its sender breaks off is no failure of ours', async () => {
  const { app, failures, refused } = appWith(reply({ text: 'x' }));
  const { headers } = signed(ping);
  const body = new ReadableStream({
    pull: (controller) => controller.error(Object.assign(new Error('aborted'), { code: 'ECONNRESET' })),
  });
  const response = await app.request('http://localhost/interactions', {
    method: 'POST',
    body,
    headers,
    duplex: 'half',
  });
  expect(response.status).toBe(400);
  expect([failures, refused]).toEqual([[], ['it was broken off']]);
});

test.each(['{', '[]', '{"type":2}'])('what Discord signed and is no interaction is a bad request: %s', async (body) => {
  const { app, failures } = appWith(reply({ text: 'x' }));
  expect((await app.request(signed(body))).status).toBe(400);
  expect(failures).toHaveLength(1);
});

test('a command is answered in the response', async () => {
  const { app } = appWith(reply({ text: 'Two hours.' }));
  const response = await app.request(signed(JSON.stringify(rawCommand('ask', { question: 'how long' }))));
  expect(await response.json()).toMatchObject({ type: 4, data: { components: [{ content: 'Two hours.' }] } });
});

test('files go beside the answer in a form', async () => {
  const file = { name: 'a.csv', description: 'A table', type: 'text/csv', bytes: new TextEncoder().encode('a,b') };
  const { app } = appWith(reply({ text: 'Here.', files: [file] }));
  const form = await (await app.request(signed(JSON.stringify(rawCommand('ask'))))).formData();
  expect(JSON.parse(String(form.get('payload_json')))).toMatchObject({
    type: 4,
    data: { components: [{ content: 'Here.' }, {}] },
  });
  const sent = form.get('files[0]');
  if (!(sent instanceof File)) throw new Error('no file was sent');
  expect([sent.name, sent.type, await sent.text()]).toEqual(['a.csv', 'text/csv', 'a,b']);
});

test('a slow answer is deferred, and handed on', async () => {
  const { promise, resolve } = Promise.withResolvers<Reply>();
  const { app, later } = appWith(promise);
  // As old as the whole margin, so that the deferral is due at once.
  const response = await app.request(signed(JSON.stringify({ ...rawCommand('ask'), id: idAt(NOW - 2000) })));
  expect(await response.json()).toEqual({ type: 5 });
  resolve(reply({ text: 'late' }));
  expect(later[0]?.[0].token).toBe('interaction-token');
  expect(await later[0]?.[1]).toMatchObject({ text: 'late' });
});

test('health, and readiness by the name of each part', async () => {
  const up = appWith(reply({ text: 'x' })).app;
  expect((await up.request('/healthz')).status).toBe(200);
  const ready = await up.request('/readyz');
  expect([ready.status, await ready.json()]).toEqual([200, { ok: true, checks: { gateway: true, knowledge: true } }]);
  const down = await appWith(reply({ text: 'x' }), false).app.request('/readyz');
  expect([down.status, await down.json()]).toEqual([503, { ok: false, checks: { gateway: false, knowledge: true } }]);
});

test('on the loopback, what is for whoever runs it answers to no name that a site may point here', async () => {
  const parts = { checks: {}, metrics: async () => ({ text: 'm', type: 'text/plain' }), onError: () => undefined };
  const statuses = (app: ReturnType<typeof createApp>, host: string) =>
    Promise.all(
      ['/healthz', '/readyz', '/metrics'].map(async (path) => (await app.request(`http://${host}${path}`)).status),
    );
  const guarded = createApp({ ...parts, guard: onlyFromHere });
  expect(await statuses(guarded, 'rebound.example:3000')).toEqual([200, 403, 403]);
  expect(await statuses(guarded, '127.0.0.1:3000')).toEqual([200, 200, 200]);
  expect(await statuses(createApp(parts), 'parley:3000')).toEqual([200, 200, 200]);
});

test('metrics count replies by command and status', async () => {
  const { app, metrics } = appWith(reply({ text: 'x' }));
  metrics.replied('ask', 'answered', 0.002);
  const text = await (await app.request('/metrics')).text();
  expect(text).toContain('parley_replies_total{command="ask",status="answered"} 1');
  expect(text).toContain('parley_reply_seconds_bucket{le="0.0025",command="ask"} 1');
  expect(text).toContain('parley_gateway_ready 1');
});

test('metrics count daily posts by how they came out, each from zero, and tell how many are due', async () => {
  const { app, metrics } = appWith(reply({ text: 'x' }));
  metrics.posted('sent');
  metrics.posted('sent');
  metrics.posted('missed');
  const text = await (await app.request('/metrics')).text();
  expect(text.match(/^parley_daily_posts.*$/gm)).toEqual([
    'parley_daily_posts_total{outcome="sent"} 2',
    'parley_daily_posts_total{outcome="failed"} 0',
    'parley_daily_posts_total{outcome="missed"} 1',
    'parley_daily_posts_total{outcome="unknown"} 0',
    'parley_daily_posts_due 3',
  ]);
});

test('a metric with nothing to tell is left out, also where there was something before', async () => {
  const readings: { ready?: boolean; due?: number } = { ready: true, due: 1 };
  const metrics = createMetrics({ gatewayReady: () => readings.ready, postsDue: async () => readings.due });
  const samples = async () => (await metrics.text()).text.match(/^parley_(gateway_ready|daily_posts_due).*$/gm);
  expect(await samples()).toEqual(['parley_gateway_ready 1', 'parley_daily_posts_due 1']);
  delete readings.ready;
  delete readings.due;
  expect(await samples()).toBeNull();
});

test('without a public key there is no endpoint', async () => {
  const app = createApp({
    checks: {},
    metrics: async () => ({ text: '', type: 'text/plain' }),
    onError: () => undefined,
  });
  expect((await app.request(signed(ping))).status).toBe(404);
});
