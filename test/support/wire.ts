/** A proxy to a server, which a test can cut, silence and restore. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Wire extends AsyncDisposable {
  /** The server's address through the proxy. */
  readonly url: string;
  /** Breaks every connection and refuses new ones. */
  readonly cut: () => void;
  /** Keeps connections open, new ones too, but passes nothing. */
  readonly silence: () => void;
  readonly mend: () => void;
}

/** A proxy on 127.0.0.1 to the server at an address. */
export async function wireTo(address: string): Promise<Wire> {
  const target = new URL(address);
  const pairs = new Map<Socket, Socket>();
  let state: 'whole' | 'cut' | 'silent' = 'whole';
  const pass = (near: Socket, far: Socket) => {
    near.pipe(far).pipe(near);
  };
  const server = createServer((near) => {
    if (state === 'cut') return void near.destroy();
    const far = connect(Number(target.port || 5432), target.hostname);
    pairs.set(near, far);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      // When one end closes, even if it was cut, the other closes too.
      one.on('error', () => other.destroy());
      one.on('close', () => {
        other.destroy();
        pairs.delete(near);
      });
    }
    if (state === 'whole') pass(near, far);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = new URL(address);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  const cut = () => {
    state = 'cut';
    for (const near of pairs.keys()) near.destroy();
  };
  return {
    url: url.href,
    cut,
    silence: () => {
      state = 'silent';
      for (const [near, far] of pairs) {
        near.unpipe(far);
        far.unpipe(near);
      }
    },
    mend: () => {
      state = 'whole';
      for (const [near, far] of pairs) pass(near, far);
    },
    async [Symbol.asyncDispose]() {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
