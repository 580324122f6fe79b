import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { AppContext } from '#server/app-context.ts';
import { fillForOthers } from '#server/nudges/compose-nudge.ts';
import { aDueMorning } from './due-morning.ts';

/** Both send the same mails of a due morning into the same server, one after the other, some times over. */
type Course = { says: string; dotMs: number; connections: number; mails: number; signed: boolean };

const courses: readonly Course[] = [
  { says: '50 ms at the dot, 10 connections', dotMs: 50, connections: 10, mails: 200, signed: false },
  { says: 'no delay, 5 connections, unsigned', dotMs: 0, connections: 5, mails: 300, signed: false },
  { says: 'no delay, 5 connections, signed with RSA 2048', dotMs: 0, connections: 5, mails: 300, signed: true },
];

const rounds = 5;

/**
 * Mails a second: ours from a planned store, each personalised and its states on the disk, beside nodemailer's pool, which is given the words of
 * each mail and keeps nothing.
 */
export async function mailSpeed(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-speed-'));
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const keyFile = join(folder, 'dkim.pem');
  writeFileSync(keyFile, key, { mode: 0o600 });
  const lines: string[] = [];
  try {
    for (const course of courses) lines.push(await run(course, { key, keyFile }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return lines;
}

type Signing = { key: string; keyFile: string };

async function run(course: Course, { key, keyFile }: Signing): Promise<string> {
  const { sink, port } = await startSink(course.dotMs);
  const { app, close } = await aDueMorning(course.mails, {
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    SMTP_CONNECTIONS: String(course.connections),
    ...(course.signed ? { DKIM_SELECTOR: 'bench', DKIM_KEY_FILE: keyFile } : {}),
  });
  try {
    const words = await wordsOfAll(app);
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await beginAnew(app);
      ours.push(await perSecond(course.mails, () => app.sendDue()));
      theirs.push(await perSecond(course.mails, () => byNodemailer(words, port, course, key)));
    }
    const ratios = ours.map((rate, round) => rate / (theirs[round] ?? 1));
    return `${course.says}: ours ${Math.round(median(ours))} a second, nodemailer's pool ${Math.round(median(theirs))}; ${median(ratios).toFixed(2)} times (median of ${rounds})`;
  } finally {
    await close();
    sink.kill();
  }
}

async function startSink(dotMs: number): Promise<{ sink: ChildProcess; port: number }> {
  const script = new URL('sink.ts', import.meta.url).pathname;
  const sink = spawn(process.execPath, [script, String(dotMs)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = await once(sink.stdout, 'data');
  return { sink, port: Number(port) };
}

/** All mails planned again, as if none had left. */
async function beginAnew({ store }: AppContext): Promise<void> {
  await store.db
    .updateTable('message')
    .set({ state: 'planned', attempt: 0, message_id: null, raw: null, reply: null, accepted_at: null })
    .execute();
}

type Words = { to: string; subject: string; text: string; html: string };

async function wordsOfAll({ store, renderer, clock }: AppContext): Promise<Words[]> {
  const nudges = await store.db.selectFrom('nudge').selectAll().execute();
  const addresses = new Map(
    (await store.db.selectFrom('person').select(['id', 'email']).execute()).map(({ id, email }) => [id, email]),
  );
  const words: Words[] = [];
  for (const nudge of nudges) {
    const mail = await fillForOthers(renderer, nudge, null, clock());
    if (mail) words.push({ to: addresses.get(nudge.person_id) ?? '', ...mail });
  }
  return words;
}

async function byNodemailer(words: readonly Words[], port: number, course: Course, key: string): Promise<void> {
  const pool = createTransport({
    pool: true,
    host: '127.0.0.1',
    port,
    ignoreTLS: true,
    maxConnections: course.connections,
    maxMessages: Number.POSITIVE_INFINITY,
    ...(course.signed ? { dkim: { domainName: 'firm.example', keySelector: 'bench', privateKey: key } } : {}),
  });
  const from = 'Nodomoto <nudge@firm.example>';
  await Promise.all(words.map((mail) => pool.sendMail({ from, ...mail })));
  pool.close();
}

async function perSecond(mails: number, send: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await send();
  return (mails * 1000) / (performance.now() - start);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
