import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { claimQueued } from '#server/outbox/claims.ts';
import { releaseDue } from '#server/outbox/outbox.ts';
import { aStorePlace } from '#testing/a-database.ts';
import { aMessage } from '#testing/a-message.ts';
import { type Db, openDatabase, type StorePlace } from './open-database.ts';
import { usualPatience } from './usual-patience.ts';

const now = Date.parse('2026-11-30T08:00:00Z');

async function opened(place: StorePlace): Promise<Db> {
  const store = await openDatabase(place);
  onTestFinished(() => store.close());
  return store.db;
}

/** Columns of every table, without the types, which each store calls otherwise. */
async function formOf(db: Db) {
  const tables = await db.introspection.getTables();
  const columnsOf = ({ columns }: (typeof tables)[number]) =>
    columns
      .map(
        ({ name, isNullable, isAutoIncrementing }) =>
          `${name}${isNullable ? ' null' : ''}${isAutoIncrementing ? ' counts' : ''}`,
      )
      .sort();
  return Object.fromEntries(tables.map((table) => [table.name, columnsOf(table)]));
}

/** SQLite calls the column of a one-column key nullable, though it never is. */
const withoutKeys = (form: Awaited<ReturnType<typeof formOf>>) =>
  Object.fromEntries(
    Object.entries(form).map(([table, columns]) => [
      table,
      columns.map((column) =>
        column.replace(/^(id|name|address|token_hash|nudge_id|person_id|person)\b.*|^(team_id) null counts$/, '$1$2'),
      ),
    ]),
  );

test('a store on PostgreSQL has the tables and columns of one on SQLite', async () => {
  const [postgres, sqlite] = [
    await opened(await aStorePlace()),
    await opened({ dataDir: ':memory:', databaseUrl: null }),
  ];
  expect(withoutKeys(await formOf(postgres))).toEqual(withoutKeys(await formOf(sqlite)));
});

test('a second sender claims other mails while the first holds its own, and neither waits', async () => {
  const place = await aStorePlace();
  const [first, second] = [await opened(place), await opened(place)];
  for (let index = 0; index < 41; index += 1) await aMessage(first, now);
  await releaseDue(first, now);
  await first.transaction().execute(async (trx) => {
    const mine = await claimQueued(trx, 'anna', now, 5);
    const others = await claimQueued(second, 'ben', now, 100);
    expect([mine.length, others.length]).toEqual([5, 36]);
  });
});

test('a transaction that another keeps waiting too long is told as such, and reads go on meanwhile', async () => {
  const place = await aStorePlace();
  const holder = await opened(place);
  const { db, close } = await openDatabase(place, { ...usualPatience, ms: 200 });
  onTestFinished(() => close());
  await holder.transaction().execute(async () => {
    const writing = db.transaction().execute((trx) => aMessage(trx, now));
    expect(await db.selectFrom('message').selectAll().execute()).toEqual([]);
    await expect(writing).rejects.toMatchObject({ code: 'STORE_BUSY', cause: { code: '55P03' } });
  });
  await db.transaction().execute((trx) => aMessage(trx, now));
});

test('a claim takes as many mails as were asked for, also when the statistics were taken while none waited', async () => {
  const db = await opened(await aStorePlace());
  for (let index = 0; index < 300; index += 1) await aMessage(db, now);
  await db.updateTable('message').set({ state: 'accepted' }).execute();
  await sql`ANALYZE message`.execute(db);
  for (let index = 0; index < 41; index += 1) await aMessage(db, now);
  await releaseDue(db, now);
  expect(await claimQueued(db, 'anna', now, 1)).toHaveLength(1);
});

test('two that make the same new store at once both find it whole', async () => {
  const place = await aStorePlace();
  const first = await opened(place);
  await sql`DROP SCHEMA public CASCADE`.execute(first);
  await sql`CREATE SCHEMA public`.execute(first);
  const both = await Promise.all([opened(place), opened(place)]);
  for (const db of both) expect(await db.selectFrom('team').selectAll().execute()).toEqual([]);
});

test('transactions follow one another: what the second reads is what the first wrote', async () => {
  const place = await aStorePlace();
  const [first, second] = [await opened(place), await opened(place)];
  await first.insertInto('fact').values({ name: 'count', value: '0' }).execute();
  const counted = (db: Db) =>
    db.selectFrom('fact').select('value').where('name', '=', 'count').executeTakeFirstOrThrow();
  const countUp = (db: Db) =>
    db.transaction().execute(async (trx) => {
      const value = String(Number((await counted(trx)).value) + 1);
      await trx.updateTable('fact').set({ value }).where('name', '=', 'count').execute();
    });
  await Promise.all(Array.from({ length: 10 }, () => [countUp(first), countUp(second)]).flat());
  expect(await counted(second)).toEqual({ value: '20' });
});

test('connections that the server closes while nobody uses them are opened anew', async () => {
  const place = await aStorePlace();
  const [db, other] = [await opened(place), await opened(place)];
  await db.selectFrom('team').selectAll().execute();
  await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()`.execute(other);
  await expect
    .poll(() =>
      db
        .selectFrom('team')
        .selectAll()
        .execute()
        .catch(() => 'lost'),
    )
    .toEqual([]);
});

test('a database that cannot be reached is named without the password', async () => {
  const opening = openDatabase({ dataDir: 'nowhere', databaseUrl: 'postgres://nodomoto:hush@127.0.0.1:1/none' });
  await expect(opening).rejects.toMatchObject({
    code: 'DATABASE_UNREACHABLE',
    message: expect.not.stringContaining('hush'),
    mend: expect.stringContaining('DATABASE_URL'),
  });
});

test('a number too large to be read exactly is told, and not rounded', async () => {
  const db = await opened(await aStorePlace());
  const reading = sql`SELECT 9007199254740993::bigint`.execute(db);
  await expect(reading).rejects.toThrow('9007199254740993');
});
