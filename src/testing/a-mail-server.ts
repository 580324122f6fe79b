import type { AddressInfo, Socket } from 'node:net';
import type { TlsOptions } from 'node:tls';
import { SMTPServer, type SMTPServerAuthentication, type SMTPServerAuthenticationResponse } from 'smtp-server';
import { onTestFinished } from 'vitest';

/** Where the server drops the connection or keeps silent, or what it answers (`451 4.7.1 later`), and at which moment. */
export type Manner =
  | 'accepts'
  | `hangs up ${'at MAIL' | 'at RCPT' | 'in the body' | 'after the dot'}`
  | `keeps silent ${'at RCPT' | 'after the dot'} for ${string}`
  | { at: 'greeting' | 'MAIL' | 'RCPT' | 'the dot'; reply: string; only?: (recipient: string) => boolean };

export type MailServer = {
  smtpUrl: string;
  /** Every body received whole, whatever was answered to it. */
  received: string[];
  connections: number;
  /** How many names with passwords or tokens it was told. */
  logins: number;
  /** Takes effect from the next command on. */
  behave: (manner: Manner) => void;
  hangUp: () => void;
  /** How many connections are open now. */
  open: () => number;
};

/** What is said against a token: nothing, a challenge such as Google's, or a reply such as Microsoft's. */
export type TokenVerdict = null | { challenge: object } | { reply: string };

type Traits = {
  user?: string;
  pass?: string;
  /** Takes tokens, and offers to take passwords as well, as the large ones do. */
  judgeToken?: (token: string) => Promise<TokenVerdict>;
  /** Further connections at once are turned away. */
  most?: number;
  offers?: readonly ('AUTH' | 'STARTTLS')[];
  /** Its certificate and what it asks of ours; TLS is offered then. */
  tls?: TlsOptions;
  /** TLS from the start, as at smtps://. */
  isSecure?: boolean;
};

/** A real SMTP server on the loopback address, with the manners a test asks for. It is closed when the test ends. */
export async function aMailServer(first: Manner = 'accepts', traits: Traits = {}): Promise<MailServer> {
  const { user, pass, judgeToken, tls, isSecure = false, offers = tls ? ['AUTH', 'STARTTLS'] : ['AUTH'] } = traits;
  let manner = first;
  const sockets = new Set<Socket>();
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  const answer = (moment: 'MAIL' | 'RCPT' | 'the dot', to: string, done: (error?: Error | null) => void) => {
    if (manner === `hangs up at ${moment}` || (moment === 'the dot' && manner === 'hangs up after the dot'))
      return hangUp();
    const place = moment === 'the dot' ? 'after the dot' : `at ${moment}`;
    if (manner === `keeps silent ${place} for ${to}`) return;
    if (typeof manner === 'object' && manner.at === moment && (manner.only?.(to) ?? true)) done(refusal(manner.reply));
    else done(null);
  };
  const running: MailServer = {
    smtpUrl: '',
    received: [],
    connections: 0,
    logins: 0,
    behave: (next) => (manner = next),
    hangUp,
    open: () => sockets.size,
  };
  const server = new SMTPServer({
    ...tls,
    secure: isSecure,
    authOptional: user === undefined,
    authMethods: ['PLAIN', 'LOGIN', ...(judgeToken ? (['XOAUTH2'] as const) : [])],
    maxClients: traits.most ?? Number.POSITIVE_INFINITY,
    allowInsecureAuth: true,
    disabledCommands: (['AUTH', 'STARTTLS'] as const).filter((command) => !offers.includes(command)),
    disableReverseLookup: true,
    logger: false,
    onConnect: (_session, done) =>
      done(typeof manner === 'object' && manner.at === 'greeting' ? refusal(manner.reply) : null),
    onAuth: (login, _session, done) => {
      running.logins += 1;
      if (login.username !== user) return done(refusal('535 5.7.8 no'));
      if (judgeToken) void judgeToken(login.accessToken ?? '').then((verdict) => admit(login, verdict, done));
      else admit(login, login.password === pass ? null : { reply: '535 5.7.8 no' }, done);
    },
    onMailFrom: (_address, _session, done) => answer('MAIL', '', done),
    onRcptTo: ({ address }, _session, done) => answer('RCPT', address, done),
    onData(stream, { envelope }, done) {
      if (manner === 'hangs up in the body') stream.once('data', hangUp);
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (manner === 'hangs up in the body') return;
        running.received.push(Buffer.concat(chunks).toString());
        answer('the dot', envelope.rcptTo[0]?.address ?? '', done);
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
  const login = user === undefined ? '' : `${encodeURIComponent(user)}:${encodeURIComponent(pass ?? '')}@`;
  running.smtpUrl = `${isSecure ? 'smtps' : 'smtp'}://${login}127.0.0.1:${port}`;
  return running;
}

function admit(
  { username }: SMTPServerAuthentication,
  verdict: TokenVerdict,
  done: (error: Error | null, response?: SMTPServerAuthenticationResponse) => void,
): void {
  if (verdict === null) done(null, { user: username });
  else if ('reply' in verdict) done(refusal(verdict.reply));
  else done(null, { data: verdict.challenge });
}

function refusal(reply: string): Error {
  return Object.assign(new Error(reply.slice(4)), { responseCode: Number(reply.slice(0, 3)) });
}
