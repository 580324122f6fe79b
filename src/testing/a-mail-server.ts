import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

/** Where the server drops the connection, or what it answers (`451 4.7.1 later`), and at which moment. */
export type Manner =
  | 'accepts'
  | `hangs up ${'at MAIL' | 'at RCPT' | 'in the body' | 'after the dot'}`
  | { at: 'MAIL' | 'RCPT' | 'the dot'; reply: string };

export type MailServer = {
  smtpUrl: string;
  /** Every body received whole, whatever was answered to it. */
  received: string[];
  connections: number;
  /** Takes effect from the next command on. */
  behave: (manner: Manner) => void;
  hangUp: () => void;
};

/** A real SMTP server on the loopback address, with the manners a test asks for. It is closed when the test ends. */
export async function aMailServer(
  first: Manner = 'accepts',
  login?: { user: string; pass: string },
): Promise<MailServer> {
  let manner = first;
  const sockets = new Set<Socket>();
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  const answer = (moment: 'MAIL' | 'RCPT' | 'the dot', done: (error?: Error | null) => void) => {
    if (manner === `hangs up at ${moment}` || (moment === 'the dot' && manner === 'hangs up after the dot'))
      return hangUp();
    done(typeof manner === 'object' && manner.at === moment ? refusal(manner.reply) : null);
  };
  const running: MailServer = { smtpUrl: '', received: [], connections: 0, behave: (next) => (manner = next), hangUp };
  const server = new SMTPServer({
    authOptional: !login,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      username === login?.user && password === login?.pass
        ? done(null, { user: username })
        : done(refusal('535 5.7.8 no')),
    onMailFrom: (_address, _session, done) => answer('MAIL', done),
    onRcptTo: (_address, _session, done) => answer('RCPT', done),
    onData(stream, _session, done) {
      if (manner === 'hangs up in the body') stream.once('data', hangUp);
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (manner === 'hangs up in the body') return;
        running.received.push(Buffer.concat(chunks).toString());
        answer('the dot', done);
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    running.connections += 1;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    hangUp();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
  const { port } = server.server.address() as AddressInfo;
  running.smtpUrl = `smtp://${login ? `${encodeURIComponent(login.user)}:${encodeURIComponent(login.pass)}@` : ''}127.0.0.1:${port}`;
  return running;
}

function refusal(reply: string): Error {
  return Object.assign(new Error(reply.slice(4)), { responseCode: Number(reply.slice(0, 3)) });
}
