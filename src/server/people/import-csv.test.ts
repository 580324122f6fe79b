import { expect, test } from 'vitest';
import type { Db } from '#server/database/open-database.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { exportProfiles } from './export-profiles.ts';
import { importCsv } from './import-csv.ts';

const { vocabulary } = aCatalogue();
const take = (db: Db, text: string, { dryRun = false, prune = false } = {}) =>
  importCsv(db, { text, vocabulary, now: 1000, dryRun, prune });

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
    removed: 0,
    leftOut: [],
    erased: [],
    unnamed: [],
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
  expect(await take(db, people, { dryRun: true })).toMatchObject({
    ok: true,
    added: 2,
    teamsAdded: ['Motors', 'Fluids'],
  });
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
    removed: 0,
    leftOut: [],
    erased: [],
    unnamed: [],
    teamsAdded: [],
  });
  expect(await take(db, exposures)).toEqual({
    ok: true,
    kind: 'exposures',
    added: 0,
    changed: 0,
    unchanged: 2,
    removed: 0,
    leftOut: [],
    erased: [],
    unnamed: [],
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

test('days and hours that a person chose survive the next list, whatever it says of their team and their shifts', async () => {
  const db = await aStore();
  await take(db, people);
  const chosen = { mail_days: 'tue,thu', mail_hours: '10:00-16:00' };
  await db.updateTable('person').set(chosen).where('name', '=', 'Mei').execute();
  const text =
    'team,name,email,role,zone,shifts\nFluids,Mei Aoki,mei@kazehaya.example,planner,Europe/Amsterdam,DDNN----@2026-01-05';
  expect(await take(db, text)).toMatchObject({ ok: true, changed: 1 });
  const row = await db.selectFrom('person').selectAll().where('name', '=', 'Mei Aoki').executeTakeFirstOrThrow();
  expect(row).toMatchObject({ ...chosen, shifts: 'DDNN----@2026-01-05' });
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
  expect(faults).toEqual(['4 email', '6 joined', '6 role', '6 zone', '6 pace']);
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

const teams = [
  'team,zone,sector,mail_time,work_week,shifts,quiet,holidays,routes,systems,sites',
  'Motors,Asia/Tokyo,motor,07:45,sun-thu,,19:00-06:00,JP,red-sea,order-link,JP Nagoya plant; NL Rotterdam depot',
].join('\n');

test('a file of teams says where and when they work and what they depend on, and may make a team', async () => {
  const db = await aStore();
  expect(await take(db, teams)).toMatchObject({ ok: true, kind: 'teams', added: 1, teamsAdded: ['Motors'] });
  expect(await db.selectFrom('team').selectAll().execute()).toMatchObject([
    { mail_time: '07:45', work_week: 'sun-thu', quiet_from: '19:00', quiet_to: '06:00', holidays: 'JP' },
  ]);
  const links = await db.selectFrom('team_link').select(['kind', 'word']).orderBy('word').execute();
  expect(links.map(({ kind, word }) => `${kind} ${word}`)).toEqual([
    'site JP Nagoya plant',
    'site NL Rotterdam depot',
    'system order-link',
    'route red-sea',
  ]);
  expect(await take(db, teams)).toMatchObject({ unchanged: 1, changed: 0 });
});

test('a column that a file does not have leaves what is known, an empty cell takes it away', async () => {
  const db = await aStore();
  await take(db, teams);
  expect(await take(db, 'team,routes\nMotors,')).toMatchObject({ changed: 1 });
  const team = await db.selectFrom('team').selectAll().executeTakeFirstOrThrow();
  expect(team).toMatchObject({ work_week: 'sun-thu', sector: 'motor' });
  expect(await take(db, 'team,work_week,sector\nMotors,,')).toMatchObject({ changed: 1 });
  expect(await db.selectFrom('team').selectAll().executeTakeFirstOrThrow()).toMatchObject({
    work_week: null,
    sector: null,
    quiet_from: '19:00',
  });
  expect((await db.selectFrom('team_link').selectAll().where('kind', '=', 'route').execute()).length).toBe(0);
});

test('a new team rests on the holidays of the country its zone lies in', async () => {
  const db = await aStore();
  await take(db, people);
  const rows = await db.selectFrom('team').select(['name', 'holidays']).orderBy('id').execute();
  expect(rows).toEqual([
    { name: 'Motors', holidays: 'JP' },
    { name: 'Fluids', holidays: 'NL' },
  ]);
});

test.each([
  ['work_week', 'mon-fri', 'mon-frei'],
  ['shifts', '', 'DDXX@2026-01-05'],
  ['quiet', '19:00-06:00', '9-5'],
  ['holidays', 'JP', 'JAPAN'],
  ['sites', 'JP Nagoya plant', 'Nagoya plant'],
  ['zone', 'Asia/Tokyo', 'Tokyo'],
  ['mail_time', '07:45', '7.45'],
])('a wrong %s is told with its mend', async (column, _, wrong) => {
  const outcome = await take(
    await aStore(),
    `team,zone,${column === 'zone' ? 'sector' : column}\nMotors,${column === 'zone' ? wrong : 'Asia/Tokyo'},${column === 'zone' ? '' : wrong}`,
  );
  expect(outcome).toMatchObject({ ok: false, faults: [{ line: 2, field: column }] });
  expect(outcome.ok ? '' : outcome.faults[0]?.wrong.length).toBeGreaterThan(15);
});

test('an item is taken in the words of its firm: by its input, by its name, by a family, and at last as it is', async () => {
  const db = await aStore();
  await take(db, people);
  const list = [
    'team,item,input,family',
    'Motors,Brake controller,Microcontrollers for brakes,',
    'Motors,Saline bags,,',
    'Motors,Guide,other: special guide,Part',
    'Motors,Thing,something nobody knows,',
  ].join('\n');
  expect(await take(db, list)).toMatchObject({ ok: true, added: 4, unnamed: ['Motors: Thing'] });
  expect(await db.selectFrom('exposure').select(['input', 'said', 'family', 'share']).orderBy('id').execute()).toEqual([
    { input: 'microcontrollers', said: null, family: 'chip', share: null },
    { input: 'saline', said: null, family: 'medical', share: null },
    { input: null, said: 'special guide', family: 'part', share: null },
    { input: null, said: 'something nobody knows', family: null, share: null },
  ]);
});

test('a family nobody knows is told with those there are', async () => {
  const db = await aStore();
  await take(db, people);
  expect(await take(db, 'team,item,family\nMotors,Valve,gadget')).toMatchObject({
    ok: false,
    faults: [{ line: 2, field: 'family', wrong: expect.stringContaining('Known are: ') }],
  });
});

test('routes and systems are taken by their names, and in the words of the firm where the vocabulary has none', async () => {
  const db = await aStore();
  await take(db, people);
  await take(db, 'team,routes,systems\nMotors,Red-sea; Brenner pass,Order-link portal; Jira');
  expect(await db.selectFrom('team_link').select(['kind', 'word']).orderBy('kind').orderBy('word').execute()).toEqual([
    { kind: 'route', word: 'Brenner pass' },
    { kind: 'route', word: 'red-sea' },
    { kind: 'system', word: 'Jira' },
    { kind: 'system', word: 'order-link' },
  ]);
});

test('items that a file leaves out are named and kept, and taken away only when asked', async () => {
  const db = await aStore();
  await take(db, people);
  await take(db, exposures);
  const fewer = exposures.split('\n').slice(0, 2).join('\n');
  expect(await take(db, fewer)).toMatchObject({ unchanged: 1, removed: 0, leftOut: ['Motors: Valve'] });
  expect(await take(db, fewer, { prune: true, dryRun: true })).toMatchObject({ removed: 1 });
  expect((await counted(db)).exposures).toBe(2);
  expect(await take(db, fewer, { prune: true })).toMatchObject({ removed: 1, leftOut: [] });
  expect((await counted(db)).exposures).toBe(1);
});

test('answers to the five questions and mapped tiers come with an item, and unknown is what nobody said', async () => {
  const db = await aStore();
  await take(db, people);
  const [heading = '', line = ''] = exposures.split('\n');
  await take(db, `${heading},tiers,essential,lead\n${line},2,Yes,`);
  expect(await db.selectFrom('exposure').selectAll().executeTakeFirstOrThrow()).toMatchObject({
    tiers_mapped: 2,
    essential: 'yes',
    lead: 'unknown',
    leak: 'unknown',
  });
  expect(await take(db, `${heading},tiers\n${line},4`)).toMatchObject({ ok: false, faults: [{ field: 'tiers' }] });
});

test('what is exported is what the import takes back, and changes nothing', async () => {
  const db = await aStore();
  for (const text of [people, exposures, teams]) await take(db, text);
  const files = await exportProfiles(db);
  for (const text of Object.values(files)) {
    const outcome = await take(db, text);
    expect(outcome).toMatchObject({ ok: true, added: 0, changed: 0, leftOut: [] });
  }
});

test('a name that a spreadsheet would run as a formula is exported as text', async () => {
  const db = await aStore();
  await take(db, people.replace('Mei,', '=cmd(),'));
  expect((await exportProfiles(db))['people.csv']).toContain("'=cmd()");
});
