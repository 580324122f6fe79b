import { expect, test } from 'vitest';
import type { Db } from '#store/open-store.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-store.ts';
import { importPeople } from './import-people.ts';

const { vocabulary } = aCatalogue();
const take = (db: Db, text: string, dryRun = false) => importPeople(db, { text, vocabulary, now: 1000, dryRun });

const people = [
  'team,name,email,role,zone,joined,pace,sector',
  'Motors,Mei,mei@kazehaya.example,buyer,Asia/Tokyo,2019,weekly,motor',
  'Fluids,Jan,jan@kazehaya.example,planner,Europe/Amsterdam,,monthly,',
].join('\n');
const exposures = [
  'team,item,input,origin,share,suppliers,stock_days,recovery_days,alternative',
  'Motors,Brake controller,microcontrollers,JP,70%,1,10,90,known',
  'Motors,Valve,brake-valves,jp,0.9,2,4,30,none',
].join('\n');

const counted = async (db: Db) => ({
  teams: (await db.selectFrom('team').selectAll().execute()).length,
  people: (await db.selectFrom('person').selectAll().execute()).length,
  exposures: (await db.selectFrom('exposure').selectAll().execute()).length,
});

test('a list of people makes the teams it names, and puts each person into theirs', async () => {
  const db = await aStore();
  expect(await take(db, people)).toEqual({
    ok: true,
    kind: 'people',
    added: 2,
    changed: 0,
    unchanged: 0,
    teamsAdded: ['Motors', 'Fluids'],
  });
  const rows = await db
    .selectFrom('person')
    .innerJoin('team', 'team.id', 'person.team_id')
    .select(['person.name', 'team.name as team', 'team.sector', 'person.pace', 'person.joined_year'])
    .orderBy('person.id')
    .execute();
  expect(rows).toEqual([
    { name: 'Mei', team: 'Motors', sector: 'motor', pace: 'weekly', joined_year: 2019 },
    { name: 'Jan', team: 'Fluids', sector: null, pace: 'monthly', joined_year: null },
  ]);
});

test('a list of exposures is told by its columns, and belongs to known teams', async () => {
  const db = await aStore();
  await take(db, people);
  expect(await take(db, exposures)).toMatchObject({ ok: true, kind: 'exposures', added: 2 });
  expect(await db.selectFrom('exposure').select(['name', 'origin', 'share', 'stock_days']).execute()).toEqual([
    { name: 'Brake controller', origin: 'JP', share: 0.7, stock_days: 10 },
    { name: 'Valve', origin: 'JP', share: 0.9, stock_days: 4 },
  ]);
});

test('a dry run counts the same and saves nothing', async () => {
  const db = await aStore();
  expect(await take(db, people, true)).toMatchObject({ ok: true, added: 2, teamsAdded: ['Motors', 'Fluids'] });
  expect(await counted(db)).toEqual({ teams: 0, people: 0, exposures: 0 });
});

test('taking the same lists in a second time changes nothing', async () => {
  const db = await aStore();
  await take(db, people);
  await take(db, exposures);
  const before = await db.selectFrom('exposure').selectAll().execute();
  expect(await take(db, people)).toEqual({
    ok: true,
    kind: 'people',
    added: 0,
    changed: 0,
    unchanged: 2,
    teamsAdded: [],
  });
  expect(await take(db, exposures)).toEqual({
    ok: true,
    kind: 'exposures',
    added: 0,
    changed: 0,
    unchanged: 2,
    teamsAdded: [],
  });
  expect(await db.selectFrom('exposure').selectAll().execute()).toEqual(before);
});

test('a changed line changes what is known, by address and by team and item', async () => {
  const db = await aStore();
  await take(db, people);
  await take(db, exposures);
  expect(await take(db, people.replace('Mei,mei', 'Mei Sato,MEI'))).toMatchObject({
    added: 0,
    changed: 1,
    unchanged: 1,
  });
  expect(await take(db, exposures.replace('70%', '80%'))).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
  expect(await db.selectFrom('person').select('name').where('email', '=', 'mei@kazehaya.example').execute()).toEqual([
    { name: 'Mei Sato' },
  ]);
});

test('a pace that a person chose survives the next list', async () => {
  const db = await aStore();
  await take(db, people);
  await db.updateTable('person').set({ pace: 'fortnightly' }).where('name', '=', 'Mei').execute();
  await take(db, people.replace('Mei,', 'Mei Sato,'));
  expect(await db.selectFrom('person').select('pace').where('name', '=', 'Mei Sato').execute()).toEqual([
    { pace: 'fortnightly' },
  ]);
});

test('semicolons and a byte order mark, as spreadsheets write them, are read alike', async () => {
  const db = await aStore();
  expect(await take(db, `\uFEFF${people.replaceAll(',', ';').replaceAll('\n', '\r\n')}\r\n`)).toMatchObject({
    ok: true,
    added: 2,
  });
});

test('every fault is told by its line and column, and nothing is half saved', async () => {
  const db = await aStore();
  const broken = [
    people,
    'Motors,Ana,not-an-address,buyer,Asia/Tokyo,,,',
    '',
    'Motors,Ben,ben@kazehaya.example,chef,Asia/Tokio,19,daily,motors',
  ].join('\n');
  const outcome = await take(db, broken);
  const faults = outcome.ok ? [] : outcome.faults.map((fault) => `${fault.line} ${fault.field}`);
  expect(faults).toEqual(['4 email', '6 role', '6 zone', '6 joined', '6 pace']);
  expect(await counted(db)).toEqual({ teams: 0, people: 0, exposures: 0 });
});

test('an address that stands twice is a fault of the second line, and names the first', async () => {
  const outcome = await take(await aStore(), `${people}\nFluids,Mei,MEI@kazehaya.example,buyer,Asia/Tokyo,,,`);
  expect(outcome).toEqual({
    ok: false,
    faults: [{ line: 4, field: 'email', wrong: 'mei@kazehaya.example stands on line 2 already' }],
  });
});

test.each([
  [
    'an unknown input',
    people,
    exposures.replace('microcontrollers', 'microcontroller'),
    { line: 2, field: 'input', wrong: '"microcontroller" is not a known input. Did you mean "microcontrollers"?' },
  ],
  [
    'an unknown team',
    people,
    exposures.replace('Motors,Valve', 'Motor,Valve'),
    { line: 3, field: 'team', wrong: 'no team is called "Motor"; import its people first. Did you mean "Motors"?' },
  ],
  [
    'an unknown sector',
    '',
    people.replace(',motor', ',motors'),
    { line: 2, field: 'sector', wrong: '"motors" is not a known sector. Did you mean "motor"?' },
  ],
])('%s is answered with the nearest known one', async (_, first, text, fault) => {
  const db = await aStore();
  if (first) await take(db, first);
  expect(await take(db, text)).toEqual({ ok: false, faults: [fault] });
  expect((await counted(db)).exposures).toBe(0);
});

test.each([
  ['a line with a field too many', `${people}\nMotors,Ana,ana@kazehaya.example,buyer,Asia/Tokyo,,,,extra`, 4],
  ['a quote that never closes', people.replace('Jan', '"Jan'), 3],
  ['a file of another kind', 'fruit,price\napple,3', 1],
])('%s is refused with its line', async (_, text, line) => {
  expect(await take(await aStore(), text)).toMatchObject({ ok: false, faults: [{ line }] });
});

test('a name may not carry what could break a mail header or a page', async () => {
  const outcome = await take(
    await aStore(),
    people.replace('Mei,', '"Mei\r\nBcc: all@x.example",').replace('Jan,', '<b>Jan</b>,'),
  );
  expect(outcome).toMatchObject({ ok: false, faults: [{ field: 'name' }, { field: 'name' }] });
});
