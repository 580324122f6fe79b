import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '#server/database/open-database.ts';
import { storeClockAhead } from '#server/database/store-clock.ts';
import { openLog } from '#server/log/log.ts';
import { openSmtpTransport } from '#server/mail/transport.ts';
import { watchDestinations } from '#server/outbox/destinations.ts';
import { everyOnTimer } from '#server/outbox/kept-lease.ts';
import { unpaced } from '#server/outbox/paced-turns.ts';
import { sendDue } from '#server/outbox/send-due.ts';
import { aManner } from '#testing/a-manner.ts';

/**
 * `node send-worker.ts DATA_DIR DATABASE_URL SMTP_URL CONNECTIONS POLICY`: sends whatever is due, over and over, until it is killed. Its mails are
 * short, so that most of the time goes into what a kill may break: the states and the conversation with the server.
 */
const [dataDir = '', databaseUrl = '', smtpUrl = '', connections = '5', policy = 'resend'] = process.argv.slice(2);

const { db } = await openDatabase({ dataDir, databaseUrl: databaseUrl || null });
const sender = {
  db,
  log: openLog({ level: 'error', clock: Date.now, write: (line) => process.stderr.write(line) }),
  transport: openSmtpTransport(smtpUrl, aManner({ connections: Number(connections) })),
  worker: `worker-${process.pid}`,
  returnPath: () => 'nudge@firm.example',
  unknownPolicy: policy === 'hold' ? ('hold' as const) : ('resend' as const),
  connections: Number(connections),
  turns: unpaced,
  destinations: watchDestinations(Number(connections)),
  clock: Date.now,
  wait: (ms: number) => sleep(ms),
  stopping: new AbortController().signal,
  storeClockAhead: (now: number) => storeClockAhead(db, now),
  every: everyOnTimer,
  rest: () => sleep(200),
  sendBlocker: async () => null,
  noteSending: () => undefined,
  turn: async () => ({ kind: 'go' as const }),
  compose: async ({ id }: { id: number }) => ({
    messageId: `<${id}@firm.example>`,
    words: null,
    raw: new TextEncoder().encode(`Message-ID: <${id}@firm.example>\r\n\r\n${'x'.repeat(2000)}\r\n`),
  }),
};
console.log('ready');
for (;;) {
  await sendDue(sender);
  await sleep(100);
}
