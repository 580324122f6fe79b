import { expect, test } from 'vitest';
import { importCsv } from '#server/people/import-csv.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { aPlanner } from '#testing/a-plan.ts';
import { Desk } from '../desk.ts';
import type { TeamScope } from '../team-scope.ts';

const now = Date.parse('2026-11-24T06:00:00Z');
const catalogue = aCatalogue();

async function aHouse(sizes: Record<string, number>) {
  const db = await aStore();
  const people = Object.entries(sizes).flatMap(([team, size]) =>
    Array.from({ length: size }, (_, index) => `${team},P${index},${team}${index}@works.example,buyer,Etc/UTC`),
  );
  const figures = 'origin,share,suppliers,stock_days,recovery_days,essential';
  const items = Object.keys(sizes).map((team) => `${team},Chips of ${team},microcontrollers,JP,60%,2,30,90,yes`);
  for (const lines of [
    ['team,name,email,role,zone', ...people],
    [`team,item,input,${figures}`, ...items],
  ]) {
    const text = lines.join('\n');
    const outcome = await importCsv(db, { text, vocabulary: catalogue.vocabulary, now, dryRun: false, prune: false });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  }
  const rules = { showByName: 'done', smallestTeam: 5 } as const;
  const desk = (scope: TeamScope) => new Desk(aPlanner(db), rules, 'tara@works.example', scope, new Set()).items;
  const rows = await db.selectFrom('exposure').selectAll().orderBy('id').execute();
  return { db, desk, rows };
}

const namesIn = async (desk: ReturnType<Awaited<ReturnType<typeof aHouse>>['desk']>) =>
  (await desk.ofHouse(now)).items.map(({ standing, team }) => [standing.item.name, team]);

test('when the share of one country rises from 60 to 70 %, the item moves up', async () => {
  const { db, desk, rows } = await aHouse({ Brakes: 5, Pumps: 5 });
  expect((await namesIn(desk('house'))).map(([name]) => name)).toEqual(['Chips of Brakes', 'Chips of Pumps']);
  await db
    .updateTable('exposure')
    .set({ share: 0.7 })
    .where('id', '=', rows[1]?.id ?? 0)
    .execute();
  expect((await namesIn(desk('house'))).map(([name]) => name)).toEqual(['Chips of Pumps', 'Chips of Brakes']);
});

test('of two that are alike, the one on which more sales rest presses more', async () => {
  const { db, desk, rows } = await aHouse({ Brakes: 5, Pumps: 5 });
  await db
    .updateTable('exposure')
    .set({ revenue_share: 0.2 })
    .where('id', '=', rows[1]?.id ?? 0)
    .execute();
  expect((await namesIn(desk('house')))[0]).toEqual(['Chips of Pumps', 'Pumps']);
});

test('a team of fewer than four is not shown alone, and how much is held back is said', async () => {
  const one = await aHouse({ Brakes: 5, Pumps: 3 });
  expect(await namesIn(one.desk('house'))).toEqual([['Chips of Brakes', 'Brakes']]);
  expect((await one.desk('house').ofHouse(now)).heldBack).toBe(1);
  const two = await aHouse({ Pumps: 3, Seals: 2 });
  expect((await namesIn(two.desk('house'))).map(([, team]) => team)).toEqual([null, null]);
});

test('the answers of a team to the tests are kept, one by one, and are nobody else’s to give', async () => {
  const { db, desk, rows } = await aHouse({ Brakes: 5, Pumps: 5 });
  const [brakes, pumps] = rows;
  if (!brakes || !pumps) throw new Error('No items.');
  const own = desk(new Set([brakes.team_id]));
  expect(await own.answerTests(brakes.team_id, brakes.id, { cut_off: 'yes', special_need: 'perhaps' }, now)).toBe(true);
  expect((await own.read(brakes.team_id, brakes.id, catalogue, now))?.row).toMatchObject({
    cut_off: 'yes',
    special_need: 'unknown',
    essential: 'yes',
  });
  expect(await own.answerTests(pumps.team_id, pumps.id, { cut_off: 'yes' }, now)).toBe(false);
  expect(await own.answerTests(brakes.team_id, pumps.id, { cut_off: 'yes' }, now)).toBe(false);
  expect(await own.read(pumps.team_id, pumps.id, catalogue, now)).toBeNull();
  expect(await db.selectFrom('exposure').select('cut_off').where('id', '=', pumps.id).execute()).toEqual([
    { cut_off: 'unknown' },
  ]);
  expect((await own.ofHouse(now)).items.map(({ itemId }) => itemId)).toEqual([brakes.id]);
});
