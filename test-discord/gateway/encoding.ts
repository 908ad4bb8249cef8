import { constants, createDeflate, deflateSync } from 'node:zlib';

/** Turns payloads into what goes over the socket, in order. */
export interface Encoder {
  encode(payload: object, send: (data: string | Buffer) => void): void;
}

/** One JSON text a payload; deflated on its own where `compress` was asked for at identify. */
export function plainEncoder(compress: () => boolean): Encoder {
  return {
    encode(payload, send) {
      const text = JSON.stringify(payload);
      send(compress() ? deflateSync(text) : text);
    },
  };
}

/** One zlib stream over the whole connection, flushed after each payload. */
export function zlibStreamEncoder(): Encoder {
  const deflate = createDeflate();
  const chunks: Buffer[] = [];
  deflate.on('data', (chunk: Buffer) => chunks.push(chunk));
  return {
    encode(payload, send) {
      deflate.write(JSON.stringify(payload));
      deflate.flush(constants.Z_SYNC_FLUSH, () => send(Buffer.concat(chunks.splice(0))));
    },
  };
}
