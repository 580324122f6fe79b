import { ImapFlow } from 'imapflow';
import type { Mark, ReportMailbox } from './report-mailbox.ts';

/** How long a server may take over each answer. */
const patienceMs = 30_000;

/** Of a larger one the end is left: what was returned below the report is not needed. */
const mostRead = 2 * 1024 * 1024;

/** Keywords of ours in the mailbox, seen by whoever looks into it. */
const done = 'NodomotoRead';
const toBeLookedAt = 'NodomotoUnreadable';

const flagsOf: Record<Mark, string[]> = {
  read: ['\\Seen', done],
  'not-ours': [done],
  unreadable: [toBeLookedAt],
};

/**
 * Opens `imaps://user:pass@host/INBOX`. Each mail is asked for by its own number: in the stream of a `fetch()` Dovecot 2.3 puts flag changes that another
 * program made, without number or bytes, and no other command may be awaited while it runs. `signal` ends all of it.
 */
export async function openImapMailbox(imapUrl: string, signal: AbortSignal): Promise<ReportMailbox> {
  const url = new URL(imapUrl);
  const client = new ImapFlow(optionsOf(url));
  // Without a listener a connection that breaks would end the process; the call that was waiting fails too, and says why.
  client.on('error', () => undefined);
  const giveUp = () => client.close();
  signal.addEventListener('abort', giveUp, { once: true });
  // A run lives through many of these.
  client.on('close', () => signal.removeEventListener('abort', giveUp));
  await client.connect();
  try {
    await client.mailboxOpen(decodeURIComponent(url.pathname.slice(1)) || 'INBOX');
  } catch (error) {
    client.close();
    throw error;
  }
  return {
    unread: async () => {
      const query = { seen: false, not: { or: [{ keyword: done }, { keyword: toBeLookedAt }] } };
      const found = await client.search(query, { uid: true });
      return found || [];
    },
    read: async (uid) => {
      const message = await client.fetchOne(String(uid), { source: { maxLength: mostRead } }, { uid: true });
      if (message === false) return null;
      return message.source ?? null;
    },
    mark: async (uid, as) => {
      await client.messageFlagsAdd(String(uid), flagsOf[as], { uid: true });
    },
    close: () => client.logout().catch(() => client.close()),
  };
}

function optionsOf(url: URL) {
  const secure = url.protocol === 'imaps:';
  const near = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 993 : 143),
    secure,
    // A password goes unencrypted to no other machine.
    ...(secure || near ? {} : { doSTARTTLS: true }),
    tls: { rejectUnauthorized: !near },
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableAutoIdle: true,
    logger: false as const,
  };
}
