import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { noteAccess } from '#server/desk/access-log.ts';
import { suppress } from '#server/outbox/suppression.ts';
import { runScript } from '#testing/running-product.ts';

/** A data folder in which a trainer looked at names forty days ago, and an address is refused. */
async function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-access-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { db, close } = await openDatabase({ dataDir: folder, databaseUrl: null });
  const look = { who: 'tara@kazehaya.example', act: 'saw-names', teamId: null, subject: null } as const;
  await noteAccess(db, look, Date.now() - 40 * dayMs);
  const said = { address: 'mei@kazehaya.example', kind: 'hard', reason: '550', since: Date.now() - dayMs } as const;
  await suppress(db, { ...said, until: null });
  await close();
  const run = (args: string[]) => runScript('scripts/nudge.ts', args, { DATA_DIR: folder });
  return {
    access: (...args: string[]) => run(['access', ...args]),
    refused: (...args: string[]) => run(['refused', ...args]),
  };
}

test('who looked is listed as far back as is asked, and what is done by command too', async () => {
  const { access, refused } = await aFolder();
  expect((await access()).stdout).toBe('Nobody signed in, saw names or changed anything.\n');
  expect(await refused('--lift', 'Mei@Kazehaya.example')).toMatchObject({ code: 0 });
  expect((await access()).stdout).toMatch(/the command line +let somebody have mail again +mei@kazehaya\.example$/m);
  expect((await access('--days', '90')).stdout).toMatch(
    /the command line[\s\S]*tara@kazehaya\.example +looked at names$/m,
  );
});

test.each(['soon', '0', '-3'])('--days %s is wrong usage', async (days) => {
  const { access } = await aFolder();
  expect(await access(`--days=${days}`)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(`--days "${days}" is not a number of days; write it as 30.`),
  });
});
