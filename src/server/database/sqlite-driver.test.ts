import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#server/database/open-database.ts';
import { storeFileName } from '#server/database/sqlite-store.ts';
import { aFolder } from '#testing/a-database.ts';
import { usualPatience } from './usual-patience.ts';

const aTeam = { name: 'Motors', zone: 'Asia/Tokyo', sector: null, mail_time: '08:30', created_at: 0 };

/** A store in a file that another program holds, and how its patience passes: a millisecond each time it waits. */
async function aHeldStore({ patienceMs }: { patienceMs: number }) {
  const folder = aFolder();
  let now = 0;
  let onWait: () => void = () => undefined;
  const patience = {
    ms: patienceMs,
    passed: () => now,
    sleep: async () => {
      now += 1;
      onWait();
      await sleep(0);
    },
  };
  const { db, close } = await openDatabase({ dataDir: folder, databaseUrl: null }, patience);
  const other = new DatabaseSync(join(folder, storeFileName), { timeout: 0 });
  onTestFinished(async () => {
    other.close();
    await close();
  });
  other.exec('BEGIN IMMEDIATE');
  return { db, other, folder, waited: () => now, whenWaiting: (act: () => void) => (onWait = act) };
}

const write = { statement: 'a single statement', transaction: 'a transaction' } as const;

for (const way of ['statement', 'transaction'] as const) {
  test(`${write[way]} waits for another program, and everything else goes on meanwhile`, async () => {
    const { db, other, waited, whenWaiting } = await aHeldStore({ patienceMs: 1000 });
    const teams = () => db.selectFrom('team').select('name').execute();
    const seen: Promise<unknown>[] = [];
    whenWaiting(() => {
      seen.push(teams());
      if (waited() === 20) other.exec('ROLLBACK');
    });
    const insert = () => db.insertInto('team').values(aTeam).execute();
    if (way === 'statement') await insert();
    else await db.transaction().execute((trx) => trx.insertInto('team').values(aTeam).execute());
    expect(waited()).toBe(20);
    expect(await Promise.all(seen), 'reads were answered in between').toEqual(Array.from({ length: 20 }, () => []));
    expect(await teams()).toEqual([{ name: 'Motors' }]);
  });

  test(`${write[way]} that cannot be written in time is told as such, and nothing of it is kept`, async () => {
    const { db, other, waited } = await aHeldStore({ patienceMs: 50 });
    const insert = db.insertInto('team').values(aTeam);
    const writing =
      way === 'statement' ? insert.execute() : db.transaction().execute((trx) => trx.executeQuery(insert.compile()));
    await expect(writing).rejects.toMatchObject({ code: 'STORE_BUSY', cause: { errcode: 5 } });
    expect(waited()).toBe(50);
    other.exec('ROLLBACK');
    expect(await db.selectFrom('team').selectAll().execute()).toEqual([]);
    await insert.execute();
    expect(await db.selectFrom('team').select('name').execute()).toEqual([{ name: 'Motors' }]);
  });
}

test('those who wait behind one another give up together, and not each after a time of its own', async () => {
  const { db, waited } = await aHeldStore({ patienceMs: 50 });
  const writes = Array.from({ length: 5 }, (_, index) =>
    db
      .insertInto('team')
      .values({ ...aTeam, name: `Team ${index}` })
      .execute(),
  );
  const codes = (await Promise.allSettled(writes)).map((end) => end.status === 'rejected' && end.reason.code);
  expect(codes).toEqual(Array.from({ length: 5 }, () => 'STORE_BUSY'));
  expect(waited()).toBeLessThan(60);
});

test('what is read beside a transaction is as it was before it, and as it left it afterwards', async () => {
  const { db, close } = await openDatabase({ dataDir: aFolder(), databaseUrl: null });
  onTestFinished(() => close());
  const names = () => db.selectFrom('team').select('name').execute();
  await db.transaction().execute(async (trx) => {
    await trx.insertInto('team').values(aTeam).execute();
    expect(await trx.selectFrom('team').select('name').execute()).toEqual([{ name: 'Motors' }]);
    expect(await names()).toEqual([]);
  });
  expect(await names()).toEqual([{ name: 'Motors' }]);
});

test('a text that begins as a question but writes is written all the same', async () => {
  const { db, close } = await openDatabase({ dataDir: aFolder(), databaseUrl: null });
  onTestFinished(() => close());
  await sql`WITH given AS (SELECT 'x' AS name) INSERT INTO fact SELECT name, 'y' FROM given`.execute(db);
  expect((await sql`SELECT * FROM fact WHERE name = 'x'`.execute(db)).rows).toEqual([{ name: 'x', value: 'y' }]);
});

test('a store in its newest form is opened and read while another program holds it', async () => {
  const { folder } = await aHeldStore({ patienceMs: 0 });
  const again = await openDatabase({ dataDir: folder, databaseUrl: null }, usualPatience);
  expect(await again.db.selectFrom('team').selectAll().execute()).toEqual([]);
  await again.close();
});
