import { expect, test } from 'vitest';
import { foundOrganisation } from '#server/code/organisations.ts';
import { saveStatement } from '#server/code/save-statement.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { aFolder } from '#testing/a-database.ts';
import { runScript } from '#testing/running-product.ts';

test('the code of an organisation is listed with its flags and exported with its words, and no person is named', async () => {
  const folder = aFolder();
  const store = await openDatabase({ dataDir: folder, databaseUrl: null });
  const [by, now] = ['tara@works.example', Date.parse('2026-11-24T08:00:00Z')];
  await foundOrganisation(store.db, { name: 'Works', slug: 'works', language: 'en' }, by, now);
  await saveStatement(
    store.db,
    { organisation: 'works', year: 2026, principle: 6, version: 0 },
    { state: 'explain', text: '=No room.', ownerFunction: 'Head of logistics', dueOn: '2026-10-01', ownerId: null },
    by,
    now,
  );
  await store.close();
  const code = (...args: string[]) => runScript('scripts/nudge.ts', ['code', ...args], { DATA_DIR: folder });
  const listed = await code('list', 'works', '--year', '2026');
  expect(listed).toMatchObject({ code: 0 });
  expect(listed.stdout).toMatch(/6 of 12.*explain.*Head of logistics.*2026-10-01.*short, overdue/);
  expect(listed.stdout).toMatch(/7 of 12.*missing/);
  const { stdout } = await code('export', 'works', '--year', '2026');
  expect(stdout).toContain(
    "works,2026,6,Hold stock against the time to recover,explain,'=No room.,Head of logistics,'2026-10-01",
  );
  expect(stdout + listed.stdout).not.toContain('tara');
  expect(await code('export')).toMatchObject({ code: 2 });
  expect(await code('export', 'nobody')).toMatchObject({ code: 2, stderr: expect.stringContaining('works') });
});
