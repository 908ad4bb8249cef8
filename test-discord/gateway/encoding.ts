import { constants, createDeflate, deflateSync } from 'node:zlib';

/** Encodes payloads for the socket, in order. */
export interface Encoder {
  encode(payload: object, send: (data: string | Buffer) => void): void;
}

/** One JSON text for each payload, deflated separately if `compress` was requested at identify. */
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
