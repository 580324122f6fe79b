import { expect, test } from 'vitest';
import { importCsv } from '#server/people/import-csv.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { aPlanner } from '#testing/a-plan.ts';
import { Desk } from '../desk.ts';
import { refreshHeat } from '../refresh-heat.ts';

const now = Date.parse('2026-11-24T08:30:00Z');

test('a team that somebody leaves within the month tells what they hold neither by a figure nor by its place', async () => {
  const db = await aStore();
  const lines = [1, 2, 3].flatMap((team) =>
    [1, 2, 3, 4, 5, 6].map((id) => `Team ${team},P${team}${id},p${team}${id}@firm.example,buyer,Etc/UTC`),
  );
  const text = ['team,name,email,role,zone', ...lines].join('\n');
  await importCsv(db, { text, vocabulary: aCatalogue().vocabulary, now, dryRun: false, prune: false });
  const leaver = { leaves_on: '2026-12-10' };
  await db.updateTable('person').set(leaver).where('email', '=', 'p21@firm.example').execute();
  await refreshHeat(aPlanner(db), () => now, new AbortController().signal);
  const desk = new Desk(
    aPlanner(db),
    { showByName: 'done', smallestTeam: 5 },
    'tara@works.example',
    'house',
    new Set(),
  );
  const asked = { find: '', page: 1, order: 'losing', grouping: 'none' } as const;
  for (const losing of [0, 0.9]) {
    await db.updateTable('team_memory').set({ losing }).where('team_id', '=', 2).execute();
    const { groups, rows } = await desk.memory.picture(aCatalogue(), asked, now);
    expect(groups.flatMap(({ teams }) => teams.map(({ id }) => id))).toEqual([1, 3, 2]);
    const ofLeaver = rows.find(({ teamId }) => teamId === 2);
    expect(ofLeaver?.cells.map(({ inAMonth }) => inAMonth)).toEqual([null, null, null, null]);
  }
});
