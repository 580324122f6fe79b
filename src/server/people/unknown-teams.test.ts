import { expect, test } from 'vitest';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { importCsv } from './import-csv.ts';
import { unknownTeams } from './unknown-teams.ts';

test('a team is unknown that has neither an item nor a sector', async () => {
  const db = await aStore();
  const { vocabulary } = aCatalogue();
  const teams = 'team,zone,sector\nMotors,Asia/Tokyo,motor\nFluids,Asia/Tokyo,\nBrakes,Asia/Tokyo,';
  for (const text of [teams, 'team,item\nBrakes,Valve'])
    await importCsv(db, { text, vocabulary, now: 1000, dryRun: false, prune: false });
  expect(await unknownTeams(db)).toEqual(['Fluids']);
});
