import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from './open-database.ts';
import { storeFileName } from './sqlite-store.ts';

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const aTeam = { name: 'Motors', zone: 'Asia/Tokyo', sector: null, mail_time: '08:30', created_at: 0 };

test('what is saved is there when the store is opened again', async () => {
  const folder = aFolder();
  const first = await openDatabase({ dataDir: folder, databaseUrl: null });
  await first.db.insertInto('team').values(aTeam).execute();
  await first.close();
  const again = await openDatabase({ dataDir: folder, databaseUrl: null });
  onTestFinished(() => again.close());
  expect(await again.db.selectFrom('team').select('name').execute()).toEqual([{ name: 'Motors' }]);
});

test('a backup taken while the store is in use opens as a store of its own', async () => {
  const store = await openDatabase({ dataDir: aFolder(), databaseUrl: null });
  onTestFinished(() => store.close());
  await store.db.insertInto('team').values(aTeam).execute();
  const folder = aFolder();
  await store.backup(join(folder, storeFileName));
  const copy = await openDatabase({ dataDir: folder, databaseUrl: null });
  onTestFinished(() => copy.close());
  expect(await copy.db.selectFrom('team').select('name').execute()).toEqual([{ name: 'Motors' }]);
});

test('a store whose form is the newest is not read from end to end when it is opened', async () => {
  const folder = aFolder();
  await (await openDatabase({ dataDir: folder, databaseUrl: null })).close();
  // A reference to nothing, which only reading everything would find.
  const file = new DatabaseSync(join(folder, storeFileName));
  file.exec("PRAGMA foreign_keys = OFF; INSERT INTO exposure (team_id, name) VALUES (99, 'Sealing film')");
  file.close();
  const again = await openDatabase({ dataDir: folder, databaseUrl: null });
  onTestFinished(() => again.close());
  expect(await again.db.selectFrom('exposure').select('name').execute()).toEqual([{ name: 'Sealing film' }]);
});

test('a store that was asked nothing is closed as well, so that another file may take its place', async () => {
  const folder = aFolder();
  for (let time = 0; time < 2; time += 1) await (await openDatabase({ dataDir: folder, databaseUrl: null })).close();
  expect(readdirSync(folder), 'the log and its index go with the last connection').toEqual([storeFileName]);
});

test('a data folder that cannot be made is named, with the setting to change', async () => {
  const file = join(aFolder(), 'a-file');
  writeFileSync(file, '');
  await expect(openDatabase({ dataDir: join(file, 'data'), databaseUrl: null })).rejects.toMatchObject({
    code: 'DATA_DIR_UNWRITABLE',
    mend: expect.stringContaining('DATA_DIR'),
  });
});

test('a start that is broken off half-way through the tables leaves none of them, so the next start works', async () => {
  const folder = aFolder();
  const database = new DatabaseSync(join(folder, storeFileName));
  database.exec('create table message (id integer)');
  await expect(openDatabase({ dataDir: folder, databaseUrl: null })).rejects.toMatchObject({
    code: 'MIGRATION_FAILED',
  });
  database.exec('drop table message');
  database.close();
  const store = await openDatabase({ dataDir: folder, databaseUrl: null });
  await store.close();
});

test('two processes that make the same new store at once both find it whole', async () => {
  const folder = aFolder();
  const opening = `const { openDatabase } = await import(${JSON.stringify(new URL('./open-database.ts', import.meta.url).href)}); await (await openDatabase({ dataDir: ${JSON.stringify(folder)}, databaseUrl: null })).close();`;
  const codes = await Promise.all(
    [1, 2, 3].map(
      () =>
        new Promise((resolve) =>
          spawn(process.execPath, ['--input-type=module', '-e', opening], { stdio: 'ignore' }).once('close', resolve),
        ),
    ),
  );
  expect(codes).toEqual([0, 0, 0]);
});

test('a transaction that has read is not overtaken by another’s write: it would fail when it writes in its turn', async () => {
  const folder = aFolder();
  const { db, close } = await openDatabase({ dataDir: folder, databaseUrl: null });
  const other = new DatabaseSync(join(folder, storeFileName));
  onTestFinished(async () => {
    other.close();
    await close();
  });
  const write = () => other.exec("INSERT INTO fact VALUES ('x', 'y')");
  await db.transaction().execute(async (trx) => {
    await trx.selectFrom('team').selectAll().execute();
    expect(write).toThrow('locked');
    await trx.insertInto('team').values(aTeam).execute();
  });
  write();
});
