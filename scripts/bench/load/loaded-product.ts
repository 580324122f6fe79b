import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { readPublishedLibrary } from '#catalogue/read/read-published.ts';
import type { Db, openDatabase } from '#server/database/open-database.ts';
import { startPostgres } from '#testing/postgres-server.ts';
import { fillOrganisation, type OpenQuestion, takeForPlanned } from './organisation.ts';
import { type Product, startProduct } from './product.ts';
import { aMailSink, type MailSink, trainer } from './trainer-session.ts';

export const secret = 'a secret of the bench, longer than 32 letters';

/** An organisation in a store of its own, for a product to be started on as often as one likes. */
export type Laid = {
  db: Db;
  sink: MailSink;
  open: OpenQuestion[];
  start: () => Promise<Product>;
  remove: () => Promise<void>;
};

export type Plan = {
  people: number;
  teams: number;
  store: 'SQLite' | 'PostgreSQL';
  pastMails: number;
  /** A folder with the product, built: this one, or an older commit with its node_modules. */
  repository: string;
};

/** Lays out an organisation in a store of its own, in the form that the product of that folder knows. No morning of it is still to be planned. */
export async function layOut({ people, teams, store: kind, pastMails, repository }: Plan): Promise<Laid> {
  const dataDir = mkdtempSync(join(tmpdir(), 'nodomoto-load-'));
  const postgres = kind === 'PostgreSQL' ? await startPostgres() : null;
  const databaseUrl = postgres ? await aDatabase(postgres.url) : null;
  const opening: { openDatabase: typeof openDatabase } = await import(
    pathToFileURL(resolve(repository, 'src/server/database/open-database.ts')).href
  );
  const store = await opening.openDatabase({ dataDir, databaseUrl });
  const catalogue = readPublishedLibrary(join(repository, 'dist', 'client')).en;
  const now = Date.now();
  const open = await fillOrganisation(store.db, catalogue, { people, teams, zones: ['Asia/Tokyo'], now, pastMails });
  await takeForPlanned(store.db, now);
  const sink = await aMailSink();
  const settings = {
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl ?? '',
    SMTP_URL: sink.smtpUrl,
    SECRET: secret,
    TRAINERS: trainer,
    // Nothing of what was laid out is so old that it would be cut meanwhile.
    KEEP_ANSWERS_MONTHS: '120',
    MAIL_FROM: 'Nodomoto <nudge@kazehaya.example>',
  };
  return {
    db: store.db,
    sink,
    open,
    start: () => startProduct(repository, settings),
    remove: async () => {
      sink.close();
      await store.close();
      await postgres?.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function aDatabase(url: string): Promise<string> {
  const client = new Client(url);
  await client.connect();
  await client.query('CREATE DATABASE load');
  await client.end();
  return new URL('/load', url).href;
}

/** Waits until the figures of all teams are kept: the first round after a start has the most to do. Returns the seconds. @throws Error when they never are. */
export function untilKept(db: Db): Promise<number> {
  return untilNoTeamLacks(db, ['reckoned_at']);
}

/** The same of all that the round keeps of a large house; next plans are its last work. */
export function untilAllKept(db: Db): Promise<number> {
  return untilNoTeamLacks(db, ['reckoned_at', 'results_at', 'plan_at']);
}

async function untilNoTeamLacks(
  db: Db,
  columns: readonly ('reckoned_at' | 'results_at' | 'plan_at')[],
): Promise<number> {
  const began = performance.now();
  for (let waited = 0; waited < 3000; waited += 1) {
    const missing = await db
      .selectFrom('team')
      .leftJoin('team_memory', 'team_memory.team_id', 'team.id')
      .select('team.id')
      .where((eb) => eb.or(columns.map((column) => eb(`team_memory.${column}`, 'is', null))))
      .limit(1)
      .executeTakeFirst();
    if (!missing) return (performance.now() - began) / 1000;
    await sleep(200);
  }
  throw new Error('The figures of the teams were not kept within ten minutes.');
}
