import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '#server/database/open-database.ts';
import { aFolder, aStorePlace } from '#testing/a-database.ts';
import { aMessage } from '#testing/a-message.ts';
import { runScript } from '#testing/running-product.ts';

/** A file with two messages, an empty database, and the command that moves the one into the other. */
async function twoPlaces() {
  const dataDir = aFolder();
  const { databaseUrl } = await aStorePlace();
  const file = await openDatabase({ dataDir, databaseUrl: null });
  await aMessage(file.db, 0);
  await aMessage(file.db, 0);
  await file.close();
  const settings = { DATA_DIR: dataDir, DATABASE_URL: databaseUrl ?? '' };
  const nudge = (...args: string[]) => runScript('scripts/nudge.ts', args, settings);
  const messagesIn = async (place: { dataDir: string; databaseUrl: string | null }) => {
    const store = await openDatabase(place);
    const rows = await store.db.selectFrom('message').select('id').execute();
    await store.close();
    return rows.length;
  };
  return { dataDir, databaseUrl, nudge, messagesIn };
}

test('a store is moved into a database and back, counted, and the old one is closed each time', async () => {
  const { dataDir, databaseUrl, nudge, messagesIn } = await twoPlaces();
  const there = await nudge('move-store', 'to-postgres');
  expect(there).toMatchObject({ code: 0, stdout: expect.stringContaining('Copied and compared: 2 rows') });
  expect(await messagesIn({ dataDir, databaseUrl })).toBe(2);
  expect(existsSync(join(dataDir, 'nodomoto.sqlite'))).toBe(false);
  expect(readdirSync(dataDir).filter((name) => name.includes('.moved-'))).toHaveLength(1);
  expect(await nudge('move-store', 'to-sqlite')).toMatchObject({ code: 0 });
  expect(await messagesIn({ dataDir, databaseUrl: null })).toBe(2);
  const sending = await nudge('send');
  expect(sending.code).toBe(1);
  expect(sending.stderr).toContain('STORE_MOVED');
});

test('nothing is written into a database that holds something', async () => {
  const { databaseUrl, dataDir, nudge, messagesIn } = await twoPlaces();
  const store = await openDatabase({ dataDir, databaseUrl });
  await aMessage(store.db, 0);
  await store.close();
  expect((await nudge('move-store', 'to-postgres')).stderr).toContain('STORE_NOT_EMPTY');
  expect(await messagesIn({ dataDir, databaseUrl })).toBe(1);
  expect(await messagesIn({ dataDir, databaseUrl: null }), 'the file is where it was').toBe(2);
});

test('a store is not moved under a Nodomoto that still uses the database', async () => {
  const { databaseUrl, dataDir, nudge } = await twoPlaces();
  const other = await openDatabase({ dataDir, databaseUrl });
  expect((await nudge('move-store', 'to-postgres')).stderr).toContain('DATABASE_IN_USE');
  await other.close();
});
