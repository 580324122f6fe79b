import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isFateUnknown } from '#core/delivery/message-state.ts';
import { type Db, openDatabase } from '#server/database/open-database.ts';
import { startPostgres } from '#testing/postgres-server.ts';
import { seededRandom } from '../../demo/seeded-random.ts';
import { plainSink } from './plain-sink.ts';

/** One trial: so many kills at random moments of senders on one store, while mails are due. */
type Trial = { store: 'SQLite' | 'PostgreSQL'; workers: number; policy: 'resend' | 'hold'; kills: number };

const connections = 5;
/** The server takes this long over the final dot, so that most kills find mails between the dot and its answer. */
const dotMs = 20;
const mailsAtATime = 300;

const trials: readonly Trial[] = (['SQLite', 'PostgreSQL'] as const).flatMap((store) =>
  [1, 3].flatMap((workers) => (['resend', 'hold'] as const).map((policy) => ({ store, workers, policy, kills: 50 }))),
);

/** 200 kills with `resend` and 200 with `hold`; what was lost, doubled, or held for an operator. */
export async function kills(): Promise<string[]> {
  const lines: string[] = [];
  const postgres = await startPostgres();
  try {
    for (const trial of trials) lines.push(await played(trial, postgres.url));
  } finally {
    await postgres.stop();
  }
  return lines;
}

async function played(trial: Trial, postgresUrl: string): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'nodomoto-kills-'));
  const databaseUrl = trial.store === 'PostgreSQL' ? await aDatabase(postgresUrl, trial) : null;
  const sink = await aRecordingSink();
  const place = { dataDir, databaseUrl };
  const { db, close } = await openDatabase(place);
  const random = seededRandom(trial.workers * 1000 + trial.kills);
  const start = () =>
    startWorker([dataDir, databaseUrl ?? '', `smtp://127.0.0.1:${sink.port}`, String(connections), trial.policy]);
  const workers = await Promise.all(Array.from({ length: trial.workers }, start));
  for (let killed = 0; killed < trial.kills; killed += 1) {
    await keepMailsDue(db);
    await sleep(50 + random() * 300);
    const index = Math.floor(random() * workers.length);
    const victim = workers[index];
    victim?.kill('SIGKILL');
    if (victim) await once(victim, 'close');
    workers[index] = await start();
  }
  const lastKill = performance.now();
  await untilNothingMoves(db);
  const seconds = (performance.now() - lastKill) / 1000;
  for (const worker of workers) worker.kill('SIGKILL');
  const ids = (await db.selectFrom('message').select(['id', 'state']).execute()).map(({ id, state }) => ({
    id,
    state,
  }));
  await close();
  sink.close();
  rmSync(dataDir, { recursive: true, force: true });
  const times = (id: number) => sink.taken.get(id) ?? 0;
  const undecided = ids.filter(({ state }) => isFateUnknown(state));
  const lost = ids.filter(({ id, state }) => times(id) === 0 && !isFateUnknown(state)).length;
  const doubled = ids.filter(({ id }) => times(id) > 1).length;
  return `${trial.store}, ${trial.workers} at once, ${trial.policy}: ${trial.kills} kills, ${ids.length} mails; lost ${lost}, twice ${doubled}, held for an operator ${undecided.length}; the last moved ${seconds.toFixed(0)} s after the last kill`;
}

async function aDatabase(url: string, { workers, policy }: Trial): Promise<string> {
  const name = `kills_${workers}_${policy}`;
  const { Client } = await import('pg');
  const client = new Client(url);
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return new URL(`/${name}`, url).href;
}

async function startWorker(args: readonly string[]): Promise<ChildProcess> {
  const worker = spawn(process.execPath, [new URL('send-worker.ts', import.meta.url).pathname, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(worker.stdout, 'data');
  return worker;
}

async function keepMailsDue(db: Db): Promise<void> {
  const waiting = await db
    .selectFrom('message')
    .select('id')
    .where('state', 'in', ['planned', 'queued'])
    .limit(mailsAtATime / 2)
    .execute();
  if (waiting.length >= mailsAtATime / 2) return;
  const now = Date.now();
  const mail = { purpose: 'nudge', address: 'mei@firm.example', state: 'planned', due_at: now } as const;
  await db
    .insertInto('message')
    .values(Array.from({ length: mailsAtATime }, () => ({ ...mail, expires_at: now + 3_600_000, created_at: now })))
    .execute();
}

/** Whatever is still under way after two leases would be so for ever. */
async function untilNothingMoves(db: Db): Promise<void> {
  for (let waited = 0; waited < 120; waited += 1) {
    const moving = await db
      .selectFrom('message')
      .select('id')
      .where('state', 'in', ['planned', 'queued', 'claimed', 'sending', 'deferred'])
      .limit(1)
      .execute();
    if (moving.length === 0) return;
    await sleep(1000);
  }
}

/** Counts each mail that was taken whole: whoever is killed before the answer has sent it all the same. */
async function aRecordingSink() {
  const taken = new Map<number, number>();
  const sink = await plainSink(dotMs, (body) => {
    const id = Number(/^Message-ID: <(\d+)@/m.exec(body)?.[1]);
    taken.set(id, (taken.get(id) ?? 0) + 1);
  });
  return { ...sink, taken };
}
