import { copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { storeFileName } from '#server/database/sqlite-store.ts';
import { readPause } from '#server/outbox/mail-pause.ts';
import { aMessage } from '#testing/a-message.ts';
import { start } from '#testing/a-sender.ts';
import { aDataFolder, inFolder } from '#testing/a-store-folder.ts';
import { runScript } from '#testing/running-product.ts';

/** A folder whose store held one message when it was copied, and three now. */
async function aFolderWithBackup() {
  const folder = aDataFolder();
  const backup = join(aDataFolder(), 'backup.sqlite');
  await inFolder(folder, ({ db }) => aMessage(db, start));
  copyFileSync(join(folder, storeFileName), backup);
  await inFolder(folder, async ({ db }) => [await aMessage(db, start), await aMessage(db, start)]);
  const restore = () => runScript('scripts/nudge.ts', ['restore', backup], { DATA_DIR: folder });
  const kept = () => readdirSync(folder).filter((name) => name.startsWith(`${storeFileName}.kept-`));
  return { folder, restore, kept };
}

test('a restored store is paused, knows the one it took the place of, and gives out no id that that one gave out', async () => {
  const { folder, restore, kept } = await aFolderWithBackup();
  expect((await restore()).stdout).toContain('Mail is paused');
  await inFolder(folder, async ({ db }) => {
    expect(await readPause(db)).toMatchObject({ why: 'restored', madeAt: null, before: kept() });
    expect(await db.selectFrom('message').selectAll().execute()).toHaveLength(1);
    expect(await aMessage(db, start)).toBe(4);
  });
});

test('restored twice before it is resumed, it still knows the store that sent', async () => {
  const { folder, restore, kept } = await aFolderWithBackup();
  await restore();
  await restore();
  expect(kept()).toHaveLength(2);
  await inFolder(folder, async ({ db }) => expect(await readPause(db)).toMatchObject({ before: kept() }));
});

test('a store that is damaged is set aside and told of, and the backup takes its place', async () => {
  const { folder, restore, kept } = await aFolderWithBackup();
  writeFileSync(join(folder, storeFileName), 'This was a store until a disk went bad.');
  expect(await restore()).toMatchObject({ code: 0, stderr: expect.stringContaining('cannot be read') });
  expect(kept()).toHaveLength(1);
  await inFolder(folder, async ({ db }) => expect(await readPause(db)).toMatchObject({ before: [] }));
});
