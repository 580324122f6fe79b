import { expect, test } from 'vitest';
import { openDatabase } from '#server/database/open-database.ts';
import { readSession } from '#server/desk/sessions.ts';
import { readSettings } from '#server/settings.ts';
import { aFolder } from '#testing/a-database.ts';
import { aSessionKeeper, aSignedInTrainer } from '#testing/a-signed-in-trainer.ts';
import { runScript } from '#testing/running-product.ts';

const mei = 'mei@kazehaya.example';

test('a trainer who lost a device is signed out everywhere by one command, however the address is written', async () => {
  const folder = aFolder();
  const signOut = (...args: string[]) => runScript('scripts/nudge.ts', ['sign-out', ...args], { DATA_DIR: folder });
  const store = await openDatabase({ dataDir: folder, databaseUrl: null });
  const now = Date.now();
  const token = await aSignedInTrainer(store.db, mei, now);
  const out = await signOut('Mei@Kazehaya.example');
  expect(out).toMatchObject({ code: 0, stdout: expect.stringContaining('signed out everywhere (1 session).') });
  expect(out.stderr).toContain('"event":"session-ended"');
  expect(out.stderr).not.toContain('kazehaya');
  expect(await readSession(aSessionKeeper(store.db, [mei]), token, now)).toBeNull();
  expect((await signOut(mei)).stdout).toContain('is signed in nowhere');
  expect(await signOut()).toMatchObject({ code: 2 });
  await store.close();
});

test('a new secret is one that the settings take, and another each time', async () => {
  const secrets = await Promise.all([1, 2].map(() => runScript('scripts/nudge.ts', ['new-secret'], {})));
  const [first = '', second = ''] = secrets.map(({ stdout }) => stdout.trim());
  expect(readSettings({ SECRET: first, PREVIOUS_SECRETS: second }).secret).toBe(first);
  expect(first).not.toBe(second);
});
