import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

type Stored = { uid: number; raw: string; flags: Set<string> };

export type ImapServer = {
  imapUrl: string;
  mails: Stored[];
  /** Takes passwords no more. */
  lockOut: () => void;
  letIn: () => void;
};

/** Where a command is, after its tag: `UID FETCH 3 (...)`. */
type Answer = (rest: string) => string[];

/**
 * As much of an IMAP server as reading a mailbox needs, on a socket: npm has none that is kept and runs without a database. Before each answer to a fetch it
 * tells of flags that another program changed, without number or bytes, as Dovecot 2.3 does. `keywords` false keeps no flags of a client's own.
 */
export async function anImapServer(mails: readonly Buffer[], { keywords = true } = {}): Promise<ImapServer> {
  const stored = mails.map((raw, at): Stored => ({ uid: 11 + at, raw: raw.toString('latin1'), flags: new Set() }));
  let isOpen = true;
  const server = createServer((socket) => serve(socket));
  const serve = (socket: Socket) => {
    socket.setEncoding('latin1');
    socket.on('error', () => undefined);
    socket.write('* OK ready\r\n');
    let pending = '';
    socket.on('data', (chunk: string) => {
      pending += chunk;
      const lines = pending.split('\r\n');
      pending = lines.pop() ?? '';
      for (const line of lines) socket.write(reply(line), 'latin1');
    });
  };
  const commands: Record<string, Answer> = {
    capability: () => ['* CAPABILITY IMAP4rev1'],
    login: () => [],
    list: () => ['* LIST () "/" INBOX'],
    noop: () => [],
    close: () => [],
    logout: () => ['* BYE'],
    select: () => [
      '* FLAGS (\\Seen)',
      `* OK [PERMANENTFLAGS (\\Seen${keywords ? ' \\*' : ''})] ok`,
      `* ${stored.length} EXISTS`,
      '* OK [UIDVALIDITY 1] ok',
      '* OK [UIDNEXT 99] ok',
    ],
    'uid search': (rest) => [
      `* SEARCH ${stored
        .filter((mail) => isWanted(mail, rest))
        .map(({ uid }) => uid)
        .join(' ')}`,
    ],
    'uid fetch': (rest) => {
      const at = indexOf(rest);
      const mail = stored[at];
      if (!mail) return [];
      const flagChange = `* ${at + 1} FETCH (FLAGS (\\Flagged))`;
      return [flagChange, `* ${at + 1} FETCH (UID ${mail.uid} BODY[]<0> {${mail.raw.length}}\r\n${mail.raw})`];
    },
    'uid store': (rest) => {
      const [, flags = ''] = /\(([^)]*)\)/.exec(rest) ?? [];
      const own = flags.split(' ').filter((flag) => keywords || flag.startsWith('\\'));
      for (const flag of own) stored[indexOf(rest)]?.flags.add(flag);
      return [];
    },
  };
  const indexOf = (rest: string) => stored.findIndex(({ uid }) => uid === Number(/^\d+/.exec(rest)?.[0]));
  const reply = (line: string) => {
    const [, tag = '', command = '', rest = ''] = /^(\S+) ((?:UID )?\S+) ?(.*)$/i.exec(line) ?? [];
    const answer = commands[command.toLowerCase()];
    if (!answer) return `${tag} BAD what is ${command}?\r\n`;
    if (command.toLowerCase() === 'login' && !isOpen) return `${tag} NO [AUTHENTICATIONFAILED] no\r\n`;
    return [...answer(rest), `${tag} OK done`, ''].join('\r\n');
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    imapUrl: `imap://reports%40x.example:p%40ss@127.0.0.1:${port}/INBOX`,
    mails: stored,
    lockOut: () => (isOpen = false),
    letIn: () => (isOpen = true),
  };
}

/** The one search that is made: neither seen nor marked. */
function isWanted({ flags }: Stored, query: string): boolean {
  const barred = [...query.matchAll(/KEYWORD (\w+)/g)].map(([, keyword = '']) => keyword);
  return !flags.has('\\Seen') && !barred.some((keyword) => flags.has(keyword));
}
