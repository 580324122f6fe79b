import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { storeFileName } from '#server/database/sqlite-store.ts';
import { start } from '#testing/a-sender.ts';
import { aDataFolder, inFolder } from '#testing/a-store-folder.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { lastSignOfLife } from './last-sign-of-life.ts';
import { withLostStore } from './lost-store.ts';

async function aKeptStore(): Promise<{ folder: string; kept: string }> {
  const folder = aDataFolder();
  await inFolder(folder, ({ db }) => aTeamInStore(db, ['Mei'], start));
  const kept = join(folder, 'nodomoto.sqlite.kept-2026-11-24');
  copyFileSync(join(folder, storeFileName), kept);
  return { folder, kept };
}

test('a kept store is read, stays as it was to the byte, and leaves nothing beside it', async () => {
  const { folder, kept } = await aKeptStore();
  const before = { bytes: readFileSync(kept), files: readdirSync(folder) };
  const names = await withLostStore(kept, folder, async (lost) => {
    await lost.updateTable('person').set({ name: 'Somebody' }).execute();
    return lost.selectFrom('person').select('name').execute();
  });
  expect(names).toEqual([{ name: 'Somebody' }]);
  expect(readFileSync(kept).equals(before.bytes)).toBe(true);
  expect(readdirSync(folder)).toEqual(before.files);
});

test('a file that is not there, or is no store, is named, and leaves nothing either', async () => {
  const folder = aDataFolder();
  const file = join(folder, 'letter.txt');
  writeFileSync(file, 'Dear all, this is a letter and not a store of anything.');
  const read = (path: string) => withLostStore(path, folder, async () => 'read');
  await expect(read(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  await expect(read(file)).rejects.toMatchObject({ code: 'NOT_A_BACKUP' });
  expect(readdirSync(folder)).toEqual(['letter.txt']);
});

test('the last sign of life is the newest of what was planned, sent, answered or taken in, up to when it was found', async () => {
  const { folder } = await aKeptStore();
  await inFolder(folder, async ({ db }) => {
    expect(await lastSignOfLife(db, start + 10)).toBe(start);
    await db
      .insertInto('planned_day')
      .values({ team_id: 1, local_date: '2026-11-24', planned_at: start + 5 })
      .execute();
    expect(await lastSignOfLife(db, start + 10)).toBe(start + 5);
    await db
      .updateTable('person')
      .set({ created_at: start + 20 })
      .execute();
    expect(await lastSignOfLife(db, start + 10)).toBe(start + 5);
  });
  await inFolder(aDataFolder(), async ({ db }) => expect(await lastSignOfLife(db, start)).toBeNull());
});
