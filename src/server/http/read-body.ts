import type { IncomingMessage } from 'node:http';

/** No form of ours comes near it, but the one that brings a file. */
export const largestBody = 64 * 1024;

export type ReadBody = { ok: true; body: Buffer } | { ok: false; why: 'large' | 'broken-off' };

/** The whole body of a request, before anything is made of it; one larger than `largest` bytes is given up as soon as that is known. Time is limited by the server. */
export async function readBody(request: IncomingMessage, largest: number): Promise<ReadBody> {
  if (Number(request.headers['content-length'] ?? 0) > largest) return { ok: false, why: 'large' };
  const chunks: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve) => {
    const settle = (read: ReadBody) => {
      request.off('data', keep);
      resolve(read);
    };
    const keep = (chunk: Buffer) => {
      bytes += chunk.byteLength;
      if (bytes > largest) settle({ ok: false, why: 'large' });
      else chunks.push(chunk);
    };
    request.on('data', keep);
    request.once('end', () => settle({ ok: true, body: Buffer.concat(chunks) }));
    request.once('error', () => settle({ ok: false, why: 'broken-off' }));
    request.once('close', () => settle({ ok: false, why: 'broken-off' }));
  });
}

/** How much of a body that nobody wants is still taken, so that its sender, who reads only after writing, gets the answer. */
const mostThrownAway = 1024 * 1024;

/** Takes what is left of a body and throws it away; whoever sends much more is cut off. */
export function throwAwayBody(request: IncomingMessage): void {
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.byteLength;
    if (bytes > mostThrownAway) request.socket.destroy();
  });
  request.resume();
}

/** How much is drained: a spreadsheet with pictures in it, chosen by mistake. */
const mostDrained = 64 * 1024 * 1024;

/** Takes what is left of a body to its end, or up to a limit, and keeps nothing. */
export async function drainBody(request: IncomingMessage): Promise<void> {
  if (request.readableEnded || request.destroyed) return;
  let bytes = 0;
  return new Promise((resolve) => {
    const count = (chunk: Buffer) => {
      bytes += chunk.byteLength;
      if (bytes > mostDrained) resolve();
    };
    request.on('data', count);
    for (const end of ['end', 'error', 'close']) request.once(end, () => resolve());
    request.resume();
  });
}
