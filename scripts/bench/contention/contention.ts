import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { type Db, openDatabase } from '#server/database/open-database.ts';
import { readSettings } from '#server/settings.ts';
import { layOutQuestions, peopleFile } from './lay-out-questions.ts';

const people = 10_000;
const imported = 20_000;
const questions = 3000;
const answersAtOnce = 8;

/** The server has a minute's tick to wait for before it plans. */
const mostSeconds = 240;

type Answered = { acknowledged: number; refused: number; ms: number[]; healthMs: number[] };

/**
 * `npm run bench -- contention`: 20,000 people are imported by another process and the morning of 10,000 is planned, while readers answer and health
 * is asked. Prints how long the server's event loop stood, and what became of the answers.
 */
export async function contention(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-bench-'));
  try {
    return await measureIn(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureIn(folder: string): Promise<string[]> {
  const port = await aFreePort();
  const env = {
    PORT: String(port),
    DATA_DIR: join(folder, 'data'),
    SITE_URL: `http://localhost:${port}`,
    // Nobody listens there: what is planned stays, and no mail is measured.
    SMTP_URL: 'smtp://127.0.0.1:9',
    SECRET: 'a secret of the bench, longer than 32 letters',
    LOG_LEVEL: 'error',
  };
  const paths = await layOutQuestions(readSettings(env), people, questions);
  const tell = join(folder, 'delay.json');
  const idleTell = join(folder, 'idle.json');
  const server = watched('serve.ts', env, tell);
  const idle = watched('idle.ts', env, idleTell);
  await said(server, 'Serving.');
  for (const child of [server, idle]) child.kill('SIGUSR2');
  const list = join(folder, 'people.csv');
  writeFileSync(list, peopleFile('There', imported, Date.now()));
  const started = performance.now();
  const importing = run(['scripts/nudge.ts', 'import', list], env);
  const importTook = once(importing, 'close').then(() => performance.now() - started);
  const { db, close } = await openDatabase({ dataDir: env.DATA_DIR, databaseUrl: null });
  const done = async () => importing.exitCode !== null && (await allPlanned(db));
  const answered = await answerUntil(done, env.SITE_URL, paths);
  const planned = await db.selectFrom('planned_day').select('team_id').execute();
  for (const child of [server, idle]) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  const { answers } = await db
    .selectFrom('answer')
    .select((eb) => eb.fn.countAll<number>().as('answers'))
    .executeTakeFirstOrThrow();
  await close();
  const { acknowledged, refused, ms, healthMs } = answered;
  const seconds = ((await importTook) / 1000).toFixed(1);
  return [
    `import of ${imported} people in another process: ended with ${importing.exitCode} after ${seconds} s; ${planned.length} teams planned meanwhile`,
    `event loop of the server: ${stood(tell)}; of an idle process beside it: ${stood(idleTell)}`,
    `${acknowledged} answers acknowledged, ${refused} refused, ${acknowledged - answers} lost; ${shown(ms)}`,
    `health: ${shown(healthMs)}`,
  ];
}

const delays = z.object({ longestMs: z.number(), p99Ms: z.number() });

function stood(file: string): string {
  const { longestMs, p99Ms } = delays.parse(JSON.parse(readFileSync(file, 'utf8')));
  return `stood ${longestMs.toFixed(0)} ms at most, ${p99Ms.toFixed(1)} ms at the 99th percentile`;
}

function shown(ms: readonly number[]): string {
  const sorted = [...ms].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(0);
  return `${at(0.5)} ms (median), ${at(0.99)} ms (99th percentile), ${at(1)} ms at most`;
}

/** Readers answer, a few at once and each question once, and somebody asks for health ten times a second. */
async function answerUntil(done: () => Promise<boolean>, site: string, paths: readonly string[]): Promise<Answered> {
  const answered: Answered = { acknowledged: 0, refused: 0, ms: [], healthMs: [] };
  const open = [...paths];
  let over = false;
  const reader = async () => {
    for (let path = open.shift(); path !== undefined && !over; path = open.shift()) {
      const began = performance.now();
      const reply = await fetch(`${site}${path}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: site },
        body: new URLSearchParams({ choice: 'a', sureness: 'fairly' }),
      });
      answered.ms.push(performance.now() - began);
      answered[reply.status === 303 ? 'acknowledged' : 'refused'] += 1;
      await sleep(100);
    }
  };
  const health = async () => {
    while (!over) {
      const began = performance.now();
      await (await fetch(`${site}/readyz`)).text();
      answered.healthMs.push(performance.now() - began);
      await sleep(100);
    }
  };
  const all = Promise.all([...Array.from({ length: answersAtOnce }, reader), health()]);
  for (let second = 0; second < mostSeconds && !(await done()); second += 1) await sleep(1000);
  over = true;
  await all;
  return answered;
}

/** Those who were there when the server started; the imported ones follow from the next minute on. */
async function allPlanned(db: Db): Promise<boolean> {
  const rows = await db
    .selectFrom('team')
    .select('id')
    .where('name', 'like', 'Here %')
    .where('id', 'not in', db.selectFrom('planned_day').select('team_id'))
    .limit(1)
    .execute();
  return rows.length === 0;
}

/** A script of this folder whose event loop is watched. */
function watched(script: string, env: Record<string, string>, tell: string): ChildProcess {
  const args = ['--import', new URL('tell-delay.ts', import.meta.url).href, `scripts/bench/contention/${script}`];
  return run(args, { ...env, BENCH_TELL: tell });
}

function run(args: string[], env: Record<string, string>): ChildProcess {
  const { PATH = '' } = process.env;
  return spawn(process.execPath, args, { env: { PATH, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Whatever is said later is thrown away, but read: a full pipe would hold the server up. */
function said(child: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk) => {
      text += String(chunk);
      if (text.includes(words)) resolve();
    });
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready.`)));
  });
}

async function aFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
