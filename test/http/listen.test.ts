import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import { listen } from '../../src/http/listen.ts';

/** A server with small limits, why it refused what it refused, and the errors that its routes had. */
async function scene() {
  const refused: string[] = [];
  const errors: unknown[] = [];
  const { promise: refusal, resolve } = Promise.withResolvers<void>();
  const onRefused = (reason: string) => {
    refused.push(reason);
    resolve();
  };
  const app = createApp({
    checks: {},
    metrics: async () => ({ text: '', type: 'text/plain' }),
    interactions: {
      publicKey: generateKeyPairSync('ed25519').publicKey,
      now: () => 0,
      respond: () => Promise.reject(new Error('nobody has the key')),
      onLater: () => undefined,
      onMalformed: (error) => errors.push(error),
      onRefused,
    },
    onError: (error) => errors.push(error),
  });
  const { port, close } = await listen(app, '127.0.0.1', 0, {
    limits: { connections: 1, requestMs: 50 },
    onRefused,
  });
  return { port, refused, errors, refusal, close };
}

test('a request whose body does not come is ended, and is no failure of ours', async () => {
  const { port, refused, errors, close } = await scene();
  const socket = connect(port, '127.0.0.1');
  const headers = [
    'POST /interactions HTTP/1.1',
    'Host: localhost',
    'Content-Length: 1000',
    `X-Signature-Ed25519: ${'0'.repeat(128)}`,
    'X-Signature-Timestamp: 0',
  ];
  socket.write(`${headers.join('\r\n')}\r\n\r\nten bytes.`);
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 /);
  await close();
  expect([refused, errors]).toEqual([['it has not come whole in time'], []]);
});

test('a connection over the most that are taken is closed', async () => {
  const { port, refused, refusal, close } = await scene();
  const first = connect(port, '127.0.0.1');
  await once(first, 'connect');
  const second = connect(port, '127.0.0.1');
  second.on('error', () => undefined);
  await once(second, 'close');
  await refusal;
  expect(refused).toEqual(['too many connections']);
  first.destroy();
  await close();
});
