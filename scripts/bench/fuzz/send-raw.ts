import { connect } from 'node:net';
import type { OddRequest } from './odd-request.ts';

/** The status that came back; *silent*: the server waits for more, or closed without a word. */
export type Outcome = number | 'silent' | 'unreachable';

/** A machine may be busy with other things. */
const patienceMs = 20_000;

/** A request that is not whole gets no answer before the server's own limit, and need not be waited for. */
const brokenPatienceMs = 300;

/** Sends a request as it stands over a connection of its own, and reads how it is answered. */
export function sendRaw(port: number, { pieces, whole, leaves }: OddRequest): Promise<Outcome> {
  return new Promise((resolve) => {
    let head = '';
    let reached = false;
    const socket = connect(port, '127.0.0.1', () => {
      reached = true;
      if (!whole) socket.setTimeout(brokenPatienceMs);
      for (const piece of pieces) socket.write(piece);
      if (leaves) socket.destroy();
    });
    const statusOf = () => Number(/^HTTP\/1\.1 (\d{3})/.exec(head.replace(/^HTTP\/1\.1 100 .*\r\n\r\n/, ''))?.[1]);
    socket.setNoDelay(true);
    socket.setTimeout(patienceMs, () => socket.destroy());
    socket.on('data', (chunk) => {
      if (head.length < 200) head += chunk.toString('latin1').slice(0, 200);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(statusOf() || (reached ? 'silent' : 'unreachable')));
  });
}
