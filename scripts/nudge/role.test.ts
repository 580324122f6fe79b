import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '#server/database/open-database.ts';
import { readAccess } from '#server/desk/access-log.ts';
import { addPiece } from '#server/pieces/piece-store.ts';
import { aFolder } from '#testing/a-database.ts';
import { runScript } from '#testing/running-product.ts';

test('a role is given and taken by a command, and both are written down', async () => {
  const folder = aFolder();
  const role = (...args: string[]) =>
    runScript('scripts/nudge.ts', ['role', ...args], { DATA_DIR: folder, TRAINERS: 'hana@kazehaya.example' });
  expect(await role('ed@kazehaya.example', '--give', 'editor')).toMatchObject({ code: 0 });
  expect((await role()).stdout).toContain('ed@kazehaya.example  editor  by the command line');
  expect(await role('ed@kazehaya.example', '--give', 'king')).toMatchObject({ code: 2 });
  expect(await role('hana@kazehaya.example', '--take', 'admin')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('TRAINERS'),
  });
  expect(await role('ed@kazehaya.example', '--take', 'editor')).toMatchObject({ code: 0 });
  const store = await openDatabase({ dataDir: folder, databaseUrl: null });
  const acts = await readAccess(store.db, { since: 0, skip: 0, most: 9 });
  expect(acts.map(({ act, subject }) => [act, subject]).sort()).toEqual([
    ['gave-role', 'ed@kazehaya.example'],
    ['took-role', 'ed@kazehaya.example'],
  ]);
  await store.close();
});

test('a piece of the house is written out as the files of an author, and never over a file', async () => {
  const folder = aFolder();
  const store = await openDatabase({ dataDir: folder, databaseUrl: null });
  await addPiece(store.db, { id: 'ours', kind: 'module', typed: { title: 'Ours: all of it' } }, 'a@b.example', 0);
  await store.close();
  const out = mkdtempSync(join(folder, 'out-'));
  const write = (...args: string[]) => runScript('scripts/nudge.ts', ['export-piece', ...args], { DATA_DIR: folder });
  expect(await write('ours', out)).toMatchObject({ code: 0 });
  expect(readFileSync(join(out, 'modules', 'ours.yaml'), 'utf8')).toContain('"Ours: all of it"');
  expect(await write('ours', out)).toMatchObject({ code: 1, stderr: expect.stringContaining('exists already') });
  expect(await write('others', out)).toMatchObject({ code: 1, stderr: expect.stringContaining('there is ours') });
  expect(await write('ours')).toMatchObject({ code: 2 });
});
