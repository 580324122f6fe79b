import { createServer, type Socket } from 'node:net';

/**
 * `node sink.ts DOT_MS`: a mail server that takes everything, keeps nothing, and answers the final dot after DOT_MS milliseconds, as relays do that
 * scan what they take. It says no more than a client has to know, so that what is measured is the client. Prints its port.
 */
const dotMs = Number(process.argv[2] ?? 0);

const endOfBody = '\r\n.\r\n';

function serve(socket: Socket): void {
  let inBody = false;
  let pending = '';
  const say = (line: string) => socket.write(`${line}\r\n`);
  const answers: Record<string, string> = { EHLO: '250-sink\r\n250 8BITMIME', QUIT: '221 bye', DATA: '354 go on' };
  socket.setNoDelay(true);
  socket.setEncoding('latin1');
  socket.on('error', () => undefined);
  say('220 sink');
  socket.on('data', (chunk: string) => {
    pending += chunk;
    for (;;) {
      const end = pending.indexOf(inBody ? endOfBody : '\r\n');
      if (end < 0) {
        // Of a body only its end matters.
        if (inBody) pending = pending.slice(-endOfBody.length);
        return;
      }
      const line = pending.slice(0, end);
      pending = pending.slice(end + (inBody ? endOfBody.length : 2));
      if (inBody) {
        inBody = false;
        if (dotMs > 0) setTimeout(() => say('250 2.0.0 taken'), dotMs);
        else say('250 2.0.0 taken');
        continue;
      }
      const verb = line.slice(0, 4).toUpperCase();
      inBody = verb === 'DATA';
      say(answers[verb] ?? '250 2.0.0 ok');
      if (verb === 'QUIT') socket.end();
    }
  });
}

const server = createServer(serve);
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(typeof address === 'object' && address ? address.port : 0);
});
