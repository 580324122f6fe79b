import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { markAsDemo } from '#server/database/demo-mark.ts';
import { openDatabase, type Store, type StorePlace } from '#server/database/open-database.ts';
import { readPause } from '#server/outbox/mail-pause.ts';
import { aMailedNudge } from '#testing/a-mailed-nudge.ts';
import { aMessage } from '#testing/a-message.ts';
import { aRunningApp } from '#testing/a-running-app.ts';
import { aTeamInStore, emailOf, personIdOf } from '#testing/a-team-in-database.ts';
import { type PostgresServer, startPostgres } from '#testing/postgres-server.ts';
import { runScript } from '#testing/running-product.ts';

const people = 'team,name,email,role,zone,sector\nBrakes,Ada Kon,ada@works.example,buyer,Asia/Tokyo,motor\n';

let postgres: PostgresServer;
let databases = 0;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(async () => {
  await postgres.stop();
});

/** An empty database and an empty data folder, with the commands of a machine that uses both. */
async function aMachine() {
  const dataDir = mkdtempSync(join(tmpdir(), 'nodomoto-house-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  databases += 1;
  const name = `house_${databases}`;
  const client = new Client(postgres.url);
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const databaseUrl = new URL(`/${name}`, postgres.url).href;
  const settings = { DATA_DIR: dataDir, DATABASE_URL: databaseUrl };
  const nudge = (args: readonly string[]) => runScript('scripts/nudge.ts', args, settings);
  const inStore = async <T>(place: StorePlace, act: (store: Store) => Promise<T>): Promise<T> => {
    const store = await openDatabase(place);
    try {
      return await act(store);
    } finally {
      await store.close();
    }
  };
  return {
    dataDir,
    databaseUrl,
    nudge,
    inStore,
    there: { dataDir, databaseUrl },
    here: { dataDir, databaseUrl: null },
  };
}

const count = ({ db }: Store) =>
  db
    .selectFrom('message')
    .select('id')
    .execute()
    .then((rows) => rows.length);

it('people are imported, a mail is sent and its answer taken, with the store in PostgreSQL', async () => {
  const { databaseUrl, dataDir, nudge } = await aMachine();
  writeFileSync(join(dataDir, 'people.csv'), people);
  expect(await nudge(['import', join(dataDir, 'people.csv')])).toMatchObject({ code: 0 });
  const now = Date.now();
  const open = await aRunningApp(() => now, { DATABASE_URL: databaseUrl, DEMO: '1' });
  onTestFinished(() => open.close());
  const [questionId = ''] = open.app.catalogue.lessons[0]?.questionIds ?? [];
  const day = new Date(now).toISOString().slice(0, 10);
  await aMailedNudge(open, { email: 'ada@works.example', kind: 'case', askedId: questionId, day, now });
  const link = /http:\/\/localhost:\d+\/n\/[\w.-]+/.exec(open.received[0]?.text ?? '')?.[0] ?? '';
  const answered = await fetch(link, {
    method: 'POST',
    body: new URLSearchParams({ choice: 'a', sureness: 'sure' }),
    headers: { origin: new URL(link).origin },
  });
  expect(answered.ok).toBe(true);
  expect(await open.app.store.db.selectFrom('answer').select('choice').execute()).toEqual([
    { choice: expect.stringMatching(/^[a-z0-9]{3}[a-z0-9-]*$/) },
  ]);
});

describe('moving the store', () => {
  it('copies it into a database and back, counted, and closes the old one each time', async () => {
    const { dataDir, nudge, inStore, there, here } = await aMachine();
    await inStore(here, async ({ db }) => [await aMessage(db, 0), await aMessage(db, 0)]);
    const moved = await nudge(['move-store', 'to-postgres']);
    expect(moved).toMatchObject({ code: 0, stdout: expect.stringContaining('Copied and compared: 2 rows') });
    expect(await inStore(there, count)).toBe(2);
    expect(existsSync(join(dataDir, 'nodomoto.sqlite'))).toBe(false);
    expect(readdirSync(dataDir).filter((name) => name.includes('.moved-'))).toHaveLength(1);
    expect(await nudge(['move-store', 'to-sqlite'])).toMatchObject({ code: 0 });
    expect(await inStore(here, count)).toBe(2);
    expect(await nudge(['send'])).toMatchObject({ code: 1, stderr: expect.stringContaining('STORE_MOVED') });
  });

  it('writes nothing into a database that holds something', async () => {
    const { nudge, inStore, there, here } = await aMachine();
    await inStore(here, async ({ db }) => [await aMessage(db, 0), await aMessage(db, 0)]);
    await inStore(there, ({ db }) => aMessage(db, 0));
    expect((await nudge(['move-store', 'to-postgres'])).stderr).toContain('STORE_NOT_EMPTY');
    expect([await inStore(there, count), await inStore(here, count)]).toEqual([1, 2]);
  });

  it('does not begin under a Nodomoto that still uses the database', async () => {
    const { nudge, inStore, there, here } = await aMachine();
    await inStore(here, ({ db }) => aMessage(db, 0));
    await inStore(there, async () =>
      expect((await nudge(['move-store', 'to-postgres'])).stderr).toContain('DATABASE_IN_USE'),
    );
  });
});

describe('putting a backup back', () => {
  /** A database with a mail that waited when the backup was made, and has left since; another was planned then. */
  async function aBackedUpDatabase() {
    const machine = await aMachine();
    const { dataDir, nudge, inStore, there } = machine;
    const now = Date.now();
    const backup = join(dataDir, 'backup.sqlite');
    const first = await inStore(there, async ({ db }) => {
      // Invented people, as there is no mail server.
      await markAsDemo(db, now);
      await aTeamInStore(db, ['Ada'], now);
      const person_id = await personIdOf(db, 'Ada');
      const message_id = await aMessage(db, now, { person_id, address: emailOf('Ada') });
      const day = { local_date: '2026-11-30', day_taken: '2026-11-30', closes_at: now + 86_400_000 };
      const asked = { kind: 'case', lesson_id: 'l', case_id: 'c', question_id: 'q', explanation: '{}' } as const;
      await db
        .insertInto('nudge')
        .values({ message_id, person_id, ...day, ...asked })
        .execute();
      return message_id;
    });
    expect(await nudge(['backup', backup])).toMatchObject({ code: 0 });
    await inStore(there, async ({ db }) => {
      await db.updateTable('message').set({ state: 'accepted', attempt: 1 }).where('id', '=', first).execute();
      await aMessage(db, now);
    });
    const states = () =>
      inStore(there, ({ db }) => db.selectFrom('message').select(['id', 'state']).orderBy('id').execute());
    return { ...machine, backup, first, states, now };
  }

  it('pauses mail; what left since does not leave again once it is resumed, and no id is given out again', async () => {
    const { backup, first, nudge, inStore, there, states, now } = await aBackedUpDatabase();
    const given = (await states()).at(-1)?.id ?? 0;
    const restored = await nudge(['restore', backup]);
    expect(restored).toMatchObject({ code: 0, stdout: expect.stringContaining('Mail is paused') });
    expect(existsSync(/kept as (\S+)\.$/m.exec(restored.stdout)?.[1] ?? '')).toBe(true);
    expect(await states()).toEqual([{ id: first, state: 'planned' }]);
    expect(await inStore(there, ({ db }) => readPause(db))).toMatchObject({ why: 'restored' });
    expect(await nudge(['resume'])).toMatchObject({ code: 0 });
    expect((await states())[0]).toEqual({ id: first, state: 'accepted' });
    expect(await inStore(there, ({ db }) => readPause(db))).toBeNull();
    expect(await inStore(there, ({ db }) => aMessage(db, now))).toBeGreaterThan(given);
  });

  it('is refused under a Nodomoto that still uses the database, which stays as it is', async () => {
    const { backup, nudge, inStore, there, states } = await aBackedUpDatabase();
    const before = await states();
    await inStore(there, async () => expect((await nudge(['restore', backup])).stderr).toContain('DATABASE_IN_USE'));
    expect(await states()).toEqual(before);
  });
});
