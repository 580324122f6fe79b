import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#server/database/open-database.ts';
import { aMessage, readMessage } from '#testing/a-message.ts';
import { runScript } from '#testing/running-product.ts';

/** A store on disk with two messages: one of unknown fate, one accepted. */
async function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-held-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { db, close } = await openDatabase({ dataDir: folder, databaseUrl: null });
  const [unknown, accepted] = [await aMessage(db, Date.now()), await aMessage(db, Date.now())];
  const reply = 'The server closed the connection.';
  await db.updateTable('message').set({ state: 'held', reply }).where('id', '=', unknown).execute();
  await db.updateTable('message').set({ state: 'accepted' }).where('id', '=', accepted).execute();
  await close();
  const held = (...args: string[]) => runScript('scripts/nudge.ts', ['held', ...args], { DATA_DIR: folder });
  const stateOf = async (id: number) => {
    const store = await openDatabase({ dataDir: folder, databaseUrl: null });
    const { state } = await readMessage(store.db, id);
    await store.close();
    return state;
  };
  return { unknown, accepted, held, stateOf };
}

test('mails of unknown fate are listed with what was heard last, and one is settled by its number', async () => {
  const { unknown, accepted, held, stateOf } = await aFolder();
  const list = await held();
  expect(list.code).toBe(0);
  expect(list.stdout).toMatch(
    new RegExp(`^${unknown} +mei@kazehaya\\.example +nudge +\\S+Z +\\S+Z +The server closed the connection\\.$`, 'm'),
  );
  expect(list.stdout).not.toMatch(new RegExp(`^${accepted} `, 'm'));
  expect(await held('--settle', String(unknown), 'accepted')).toMatchObject({
    code: 0,
    stdout: `Message ${unknown} counts as accepted.\n`,
  });
  expect(await stateOf(unknown)).toBe('accepted');
  expect((await held()).stdout).toBe('Of every mail it is known what became of it.\n');
});

test('what may not be settled is refused and named, and stays as it was', async () => {
  const { unknown, accepted, held, stateOf } = await aFolder();
  const settled = await held('--settle', String(accepted), 'resend');
  expect(settled).toMatchObject({ code: 1, stderr: expect.stringContaining('its state is "accepted"') });
  expect(await held('--settle', '4711', 'cancel')).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^There is no message 4711\./),
  });
  for (const args of [
    ['--settle', String(unknown)],
    ['--settle', String(unknown), 'failed'],
    ['--settle', 'x', 'cancel'],
    ['accepted'],
  ])
    expect(await held(...args), args.join(' ')).toMatchObject({ code: 2 });
  expect([await stateOf(unknown), await stateOf(accepted)]).toEqual(['held', 'accepted']);
});
