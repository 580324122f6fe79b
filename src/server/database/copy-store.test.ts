import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { aFolder, aStore } from '#testing/a-database.ts';
import { aMessage } from '#testing/a-message.ts';
import { aTeamInStore, emailOf, personIdOf } from '#testing/a-team-in-database.ts';
import { copyStore, isEmptyStore, skipUsedIds } from './copy-store.ts';
import type { Db } from './open-database.ts';
import { openSqliteStore } from './sqlite-store.ts';

const now = Date.parse('2026-11-30T08:00:00Z');

async function anEmptyFile(): Promise<Db> {
  const store = await openSqliteStore(join(aFolder(), 'copy.sqlite'));
  onTestFinished(() => store.close());
  return store.db;
}

/** A store with people, more mails than are copied at once, bytes, figures that are no round numbers, and a gap in its ids. */
async function aStoreWithRows(): Promise<Db> {
  const db = await aStore();
  await aTeamInStore(db, ['Mei', 'Ana'], now);
  await db.updateTable('person').set({ name: '健二 "the" Ümlaut' }).where('email', '=', emailOf('Ana')).execute();
  for (let index = 0; index < 250; index += 1) await aMessage(db, now + index);
  await db
    .updateTable('message')
    .set({ raw: new Uint8Array([0, 13, 10, 255]) })
    .where('id', '=', 7)
    .execute();
  await db.deleteFrom('message').where('id', '>', 240).execute();
  await db
    .insertInto('memory')
    .values({
      person_id: await personIdOf(db, 'Mei'),
      lesson_id: 'l',
      stability: 0.1 + 0.2,
      difficulty: 1 / 3,
      met_at: now,
    })
    .execute();
  return db;
}

const messagesOf = (db: Db) => db.selectFrom('message').selectAll().orderBy('id').execute();

test('a store copied to another and back has every row as it was', async () => {
  const db = await aStoreWithRows();
  const copy = await anEmptyFile();
  const counted = await copyStore(db, copy);
  expect(counted).toMatchObject({ person: 2, message: 240, memory: 1, answer: 0 });
  const back = await aStore();
  await copyStore(copy, back);
  const bytes = (rows: Awaited<ReturnType<typeof messagesOf>>) =>
    rows.map((row) => ({ ...row, raw: row.raw && [...row.raw] }));
  expect(bytes(await messagesOf(back))).toEqual(bytes(await messagesOf(db)));
  expect(await back.selectFrom('memory').selectAll().execute()).toEqual(
    await db.selectFrom('memory').selectAll().execute(),
  );
});

test('an id that was given out in the first store is not given out again in the copy, nor in a copy of that', async () => {
  const db = await aStoreWithRows();
  const copy = await anEmptyFile();
  await copyStore(db, copy);
  const back = await aStore();
  await copyStore(copy, back);
  expect(await aMessage(copy, now)).toBe(251);
  expect(await aMessage(back, now)).toBe(251);
});

test('a table that the copy would forget does not exist', async () => {
  const db = await aStore();
  const tables = (await db.introspection.getTables()).map(({ name }) => name);
  expect(Object.keys(await copyStore(db, await anEmptyFile())).sort()).toEqual(tables.sort());
});

test('a copy that breaks off half-way leaves the other store as it was', async () => {
  const db = await aStoreWithRows();
  const other = await anEmptyFile();
  await aMessage(other, now);
  await expect(copyStore(db, other)).rejects.toThrow(/unique|duplicate/i);
  expect(await other.selectFrom('person').selectAll().execute()).toEqual([]);
});

test('a store with a single row is not empty', async () => {
  const db = await aStore();
  expect(await isEmptyStore(db)).toBe(true);
  await db.insertInto('fact').values({ name: 'demo-since', value: 'x' }).execute();
  expect(await isEmptyStore(db)).toBe(false);
});

test('after rows came with ids of their own, the ids of every table go on from there', async () => {
  const db = await aStore();
  const early = { id: 500, name: 'Early', name_key: 'early', zone: 'Etc/UTC', mail_time: '08:30', created_at: now };
  await db.insertInto('team').values(early).execute();
  await skipUsedIds(db);
  expect((await aTeamInStore(db, ['Mei'], now)).id).toBe(501);
});
