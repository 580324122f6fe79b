import { expect, test } from 'vitest';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { aTeamInStore, emailOf } from '#testing/a-team-in-database.ts';
import { importRegister } from './import-register.ts';
import { readSafeguards } from './read-safeguards.ts';
import { registerCsv } from './register-csv.ts';

const now = Date.parse('2026-11-24T06:00:00Z');
const catalogue = aCatalogue();
const [story] = catalogue.cases;
if (!story) throw new Error('The catalogue of tests has no case.');
const by = { desk: 'the command line' };

const heading = 'team,safeguard,owner,since,case,reason,last_checked,status,retired_because';
const aRow = `Motors,Eight weeks of chips,${emailOf('Mei')},2019-04-01,${story.id},It burned.,2026-06-01,kept,`;

async function aHouse() {
  const db = await aStore();
  await aTeamInStore(db, ['Mei'], now);
  const take = (lines: string[], dryRun = false) =>
    importRegister(db, { text: [heading, ...lines].join('\n'), cases: catalogue.cases, dryRun }, by, now);
  return { db, take };
}

test('a register is taken in once, with its last check, and what it exports is taken in again as known', async () => {
  const { db, take } = await aHouse();
  expect(await take([aRow], true)).toEqual({ ok: true, added: 1, known: 0 });
  expect(await readSafeguards(db, { of: 'all' }, now)).toEqual([]);
  expect(await take([aRow])).toEqual({ ok: true, added: 1, known: 0 });
  const all = await readSafeguards(db, { of: 'all' }, now);
  expect(all).toMatchObject([{ owner: { name: 'Mei' }, standing: { status: 'kept', checkedOn: '2026-06-01' } }]);
  const text = registerCsv(all, catalogue, 'https://nodomoto.example');
  expect(await importRegister(db, { text, cases: catalogue.cases, dryRun: false }, by, now)).toEqual({
    ...{ ok: true, added: 0, known: 1 },
  });
});

test('a safeguard that is retired without its reason is refused, and nothing of the file is saved', async () => {
  const { db, take } = await aHouse();
  const retired = (why: string) =>
    aRow.replace('2026-06-01,kept,', `2026-06-01,retired,${why}`).replace('Eight', 'Nine');
  expect(await take([aRow, retired('')])).toEqual({
    ok: false,
    faults: [{ line: 3, field: 'retired_because', fault: 'not-retired-so', found: [] }],
  });
  expect(await readSafeguards(db, { of: 'all' }, now)).toEqual([]);
  expect(await take([retired('The line was sold in spring.')])).toMatchObject({ added: 1 });
  expect(await readSafeguards(db, { of: 'all' }, now + 9)).toMatchObject([{ standing: { status: 'retired' } }]);
});

test('each fault names its line and field, and a file that is no table says so', async () => {
  const { take } = await aHouse();
  expect(await take([aRow.replace('Motors', 'Pumps').replace(story.id, 'no-such')])).toEqual({
    ok: false,
    faults: [
      { line: 2, field: 'team', fault: 'no-team', found: [] },
      { line: 2, field: 'case', fault: 'no-such-case', found: [] },
    ],
  });
  expect(await take(['"open'])).toMatchObject({ ok: false, unreadable: expect.any(String) });
});
