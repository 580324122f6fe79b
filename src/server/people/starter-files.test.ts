import { expect, test } from 'vitest';
import type { Db } from '#server/database/open-database.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { importCsv } from './import-csv.ts';
import { readTeamStarter } from './starter-files.ts';

const catalogue = aCatalogue();
const take = (db: Db, text: string) =>
  importCsv(db, { text, vocabulary: catalogue.vocabulary, now: 1000, dryRun: false, prune: false });

/** A team of one quality engineer, with the columns of teams.csv. */
async function aTeam(columns: string, cells: string) {
  const db = await aStore();
  await take(db, 'team,name,email,role,zone\nMotors,Mei,mei@kazehaya.example,quality,Asia/Tokyo');
  await take(db, `team,${columns}\nMotors,${cells}`);
  const { id } = await db.selectFrom('team').select('id').executeTakeFirstOrThrow();
  return { db, start: () => readTeamStarter(db, catalogue, id) };
}

test('a team gets its items as lines to fill in, and its routes and systems as a line of a team', async () => {
  const { start } = await aTeam('sector,routes', 'motor,Brenner pass');
  expect(await start()).toMatchObject({
    team: 'Motors',
    sector: 'motor',
    items: 3,
    files: {
      'exposures.csv': [
        '\uFEFFteam,item,input,family,origin,share,suppliers,stock_days,recovery_days,alternative,tiers,essential,lead,leak,upheaval,tested_on,revenue_share,leak_controls,cut_off,special_need',
        'Motors,Control chips,microcontrollers,chip,,,,,,,,,,,,,,,,',
        'Motors,Valves,brake-valves,part,,,,,,,,,,,,,,,,',
        'Motors,Rinsing saline,saline,medical,,,,,,,,,,,,,,,,',
        '',
      ].join('\n'),
      'teams.csv': '\uFEFFteam,routes,systems\nMotors,Brenner pass; red-sea,order-link\n',
    },
  });
});

test('the import takes both files as they are, and then nothing is left to start from', async () => {
  const { db, start } = await aTeam('sector', 'motor');
  for (const text of Object.values((await start())?.files ?? {}))
    expect(await take(db, text)).toMatchObject({ ok: true });
  expect(await db.selectFrom('exposure').select(['name', 'input', 'family', 'origin', 'lead']).execute()).toEqual([
    { name: 'Control chips', input: 'microcontrollers', family: 'chip', origin: null, lead: 'unknown' },
    { name: 'Valves', input: 'brake-valves', family: 'part', origin: null, lead: 'unknown' },
    { name: 'Rinsing saline', input: 'saline', family: 'medical', origin: null, lead: 'unknown' },
  ]);
  expect(await start()).toMatchObject({ items: 0, files: { 'exposures.csv': '' } });
});

test('without a sector it gets the lists of its roles alone', async () => {
  const { start } = await aTeam('sector', '');
  expect(await start()).toMatchObject({ sector: null, items: 1 });
});

test('a team that is not there has nothing to start from', async () => {
  expect(await readTeamStarter(await aStore(), catalogue, 7)).toBe(null);
});
