import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

const endOfBody = '\r\n.\r\n';

const answers: Record<string, string> = { EHLO: '250-sink\r\n250 8BITMIME', QUIT: '221 bye', DATA: '354 go on' };

/**
 * A mail server that takes everything and says no more than a client has to know, so that what is measured is the client. The final dot is answered
 * after `dotMs` milliseconds, as relays do that scan what they take; `taken` is told of each body once it is whole, whether or not its answer arrives.
 */
export async function plainSink(
  dotMs: number,
  taken: (body: string) => void,
): Promise<{ port: number; close: () => void }> {
  const server = createServer((socket) => serve(socket, dotMs, taken));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return { port: typeof address === 'object' && address ? address.port : 0, close: () => server.close() };
}

function serve(socket: Socket, dotMs: number, taken: (body: string) => void): void {
  let inBody = false;
  let pending = '';
  const say = (line: string) => socket.writable && socket.write(`${line}\r\n`);
  socket.setNoDelay(true);
  socket.setEncoding('latin1');
  // Clients are killed on purpose.
  socket.on('error', () => undefined);
  say('220 sink');
  socket.on('data', (chunk: string) => {
    pending += chunk;
    for (;;) {
      const mark = inBody ? endOfBody : '\r\n';
      const end = pending.indexOf(mark);
      if (end < 0) return;
      const text = pending.slice(0, end);
      pending = pending.slice(end + mark.length);
      if (inBody) {
        inBody = false;
        taken(text);
        if (dotMs > 0) setTimeout(() => say('250 2.0.0 taken'), dotMs);
        else say('250 2.0.0 taken');
        continue;
      }
      const verb = text.slice(0, 4).toUpperCase();
      inBody = verb === 'DATA';
      say(answers[verb] ?? '250 2.0.0 ok');
      if (verb === 'QUIT') socket.end();
    }
  });
}
