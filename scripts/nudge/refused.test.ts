import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#server/database/open-database.ts';
import { suppress } from '#server/outbox/suppression.ts';
import { runScript } from '#testing/running-product.ts';

async function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-refused-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { db, close } = await openDatabase(folder);
  const since = Date.UTC(2026, 10, 24);
  const said = { address: 'mei@kazehaya.example', kind: 'hard', reason: '550 5.1.1 no such user', since } as const;
  await suppress(db, { ...said, until: null });
  await close();
  return (...args: string[]) => runScript('scripts/nudge.ts', ['refused', ...args], { DATA_DIR: folder });
}

test('an address that was refused is listed with what the server said, and can be let off, however it is written', async () => {
  const refused = await aFolder();
  const list = await refused();
  expect(list.code).toBe(0);
  expect(list.stdout).toMatch(/^mei@kazehaya\.example +refused +2026-11-24 +lifted by you +550 5\.1\.1 no such user$/m);
  expect(await refused('--lift', 'Mei@Kazehaya.example')).toMatchObject({
    code: 0,
    stdout: 'Mei@Kazehaya.example gets mail again, from its next morning on.\n',
  });
  expect((await refused()).stdout).toBe('Every address gets mail.\n');
});

test('an address that nobody refused is told as such, and the others stay refused', async () => {
  const refused = await aFolder();
  expect(await refused('--lift', 'ken@kazehaya.example')).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^Nothing keeps mail from ken@kazehaya\.example\./),
  });
  expect(await refused('mei@kazehaya.example')).toMatchObject({ code: 2 });
  expect((await refused()).stdout).toContain('mei@kazehaya.example');
});
