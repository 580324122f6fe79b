import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readPublishedLibrary } from '#catalogue/read/read-published.ts';
import { signToken } from '#server/answers/token.ts';
import { type Db, openDatabase } from '#server/database/open-database.ts';
import { keyringOf } from '#server/keys/keyring.ts';
import { freePort } from '#testing/free-port.ts';
import { secret } from './loaded-product.ts';
import { fillOrganisation, someMails } from './organisation.ts';
import { siteUrl } from './product.ts';
import { besideGoal } from './quantiles.ts';
import { ask, type Site } from './site-client.ts';
import { aMailSink, type MailSink, signIn, trainer } from './trainer-session.ts';

export type SoakPlan = { people: number; teams: number; hours: number };

export const aDayOfAFirm: SoakPlan = { people: 1500, teams: 150, hours: 24 };

const zones = [
  'Asia/Tokyo',
  'Asia/Kolkata',
  'Europe/Berlin',
  'America/New_York',
  'America/Los_Angeles',
  'Australia/Sydney',
];

/** A Tuesday, so that mornings come all around the world. */
const from = Date.parse('2026-11-24T00:00:00Z');
const minuteMs = 60_000;

/** The hours before the first measurement: whatever is made once is made by then. */
const warmUpHours = 2;

const heldShape = z.object({
  heapUsed: z.number(),
  rss: z.number(),
  handles: z.number(),
  store: z.number(),
  wal: z.number(),
});
type Held = z.infer<typeof heldShape>;

/** What may be held more at the end than at the start: what a collector leaves behind from one time to the next, and open connections. */
const allowed = { heapBytes: 8e6, rssBytes: 40e6, handles: 6, walBytes: 8e6 };

/** Hours of the product on a clock that the bench sets, minute by minute: plans, mails, answers, sign-ins and the desk, with what it holds. */
export async function soak(plan: SoakPlan): Promise<string[]> {
  const { people, teams } = plan;
  const dataDir = mkdtempSync(join(tmpdir(), 'nodomoto-soak-'));
  const store = await openDatabase({ dataDir, databaseUrl: null });
  await fillOrganisation(store.db, readPublishedLibrary(join('dist', 'client')).en, {
    people,
    teams,
    zones,
    now: from,
    pastMails: someMails,
  });
  const sink = await aMailSink();
  const worker = await startWorker({ DATA_DIR: dataDir, SMTP_URL: sink.smtpUrl });
  try {
    return await play(worker, store.db, sink, plan);
  } finally {
    worker.child.kill('SIGKILL');
    sink.close();
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

type Worker = { child: ChildProcess; site: Site; tell: (message: object) => Promise<unknown> };

async function startWorker(settings: Record<string, string>): Promise<Worker> {
  const port = await freePort();
  const { PATH = '', HOME = '' } = process.env;
  const env = {
    PATH,
    HOME,
    PORT: String(port),
    SITE_URL: siteUrl,
    SECRET: secret,
    TRAINERS: trainer,
    MAIL_FROM: 'Nodomoto <nudge@kazehaya.example>',
  };
  const child = spawn(process.execPath, ['--expose-gc', fileURLToPath(new URL('soak-worker.ts', import.meta.url))], {
    env: { ...env, ...settings, SOAK_FROM: String(from) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`The product of the soak ended with ${code}.`);
  });
  gone.catch(() => undefined);
  const heard = async () => (await Promise.race([once(child, 'message'), gone]))[0];
  await heard();
  const tell = async (message: object) => {
    const reply = heard();
    child.send(message);
    const told = await reply;
    if (z.object({ failed: z.string() }).safeParse(told).success) throw new Error(JSON.stringify(told));
    return told;
  };
  return { child, site: { port, siteUrl }, tell };
}

type Counts = { answers: number; pages: number; signIns: number; refused: number };

async function play(
  { tell, site }: Worker,
  db: Db,
  sink: MailSink,
  { people, teams, hours }: SoakPlan,
): Promise<string[]> {
  const counts: Counts = { answers: 0, pages: 0, signIns: 0, refused: 0 };
  const held: { hour: number; at: Held }[] = [];
  const began = performance.now();
  const answered = new Set<number>();
  let cookie = '';
  for (let minute = 1; minute <= hours * 60; minute += 1) {
    const now = from + minute * minuteMs;
    await tell({ kind: 'minute', now, figures: minute % 10 === 0 });
    if (minute % 360 === 1) {
      cookie = await signIn(site, sink);
      counts.signIns += 1;
    }
    if (minute % 15 === 0)
      for (const path of ['/desk', '/desk/teams/7', '/desk/plan', '/cases/neon-2022'])
        await open(site, path, cookie, counts);
    if (minute % 5 === 0) await answerSome(db, site, now, answered, counts);
    const hour = minute / 60;
    if ([warmUpHours, hours / 2, hours].includes(hour))
      held.push({ hour, at: heldShape.parse(await tell({ kind: 'held' })) });
  }
  const seconds = (performance.now() - began) / 1000;
  return [
    `${hours} hours of ${people} people in ${teams} teams in ${seconds.toFixed(0)} s: ${sink.mails()} mails, ${counts.answers} answers, ${counts.pages} pages, ${counts.signIns} sign-ins; ${counts.refused} requests refused (goal 0: ${counts.refused === 0 ? 'met' : 'missed'})`,
    ...held.map(({ hour, at }) => `after ${hour} hours: ${shown(at)}`),
    ...verdicts(held.map(({ at }) => at)),
  ];
}

async function open(site: Site, path: string, cookie: string, counts: Counts): Promise<void> {
  const { status } = await ask(site, { method: 'GET', path, cookie });
  if (status === 200) counts.pages += 1;
  else counts.refused += 1;
}

/** Some of those who have a question open answer it, a few of them in each round. */
async function answerSome(db: Db, site: Site, now: number, answered: Set<number>, counts: Counts): Promise<void> {
  const rows = await db
    .selectFrom('nudge')
    .innerJoin('message', 'message.id', 'nudge.message_id')
    .select(['nudge.id', 'nudge.closes_at', 'message.key'])
    .where('message.state', '=', 'accepted')
    .where('nudge.closes_at', '>', now)
    .where('nudge.kind', 'in', ['case', 'recall'])
    .orderBy('nudge.id', 'desc')
    .execute();
  for (const { id, key, closes_at } of rows.filter((row) => !answered.has(row.id)).slice(0, 4)) {
    answered.add(id);
    const path = `/n/${signToken(keyringOf(secret, []), 'nudge', { id, key }, closes_at)}`;
    await open(site, path, '', counts);
    const { status } = await ask(site, { method: 'POST', path, fields: { choice: 'a', sureness: 'fairly' } });
    if (status === 303) counts.answers += 1;
    else counts.refused += 1;
  }
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

function shown({ heapUsed, rss, handles, store, wal }: Held): string {
  return `heap ${megabytes(heapUsed)} after collecting, ${megabytes(rss)} resident, ${handles} handles, store ${megabytes(store)}, log of it ${megabytes(wal)}`;
}

function verdicts(held: readonly Held[]): string[] {
  const [start, end] = [held[0], held.at(-1)];
  if (!start || !end) return [];
  const flat = {
    heap: end.heapUsed - start.heapUsed < allowed.heapBytes,
    'resident memory': end.rss - start.rss < allowed.rssBytes,
    handles: end.handles - start.handles < allowed.handles,
  };
  const said = Object.entries(flat).map(([what, is]) => `${what} ${is ? 'flat (goal met)' : 'grew (goal missed)'}`);
  return [
    `log of the store ${besideGoal(end.wal / 1e6, allowed.walBytes / 1e6, 'MB')}`,
    `${said.join(', ')}; the store grew by ${megabytes(end.store - start.store)}, which is what was written into it`,
  ];
}
