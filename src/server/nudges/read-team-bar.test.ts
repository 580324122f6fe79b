import { expect, test } from 'vitest';
import { calibrated } from '#core/memory/calibration.ts';
import { dayMs, retrievability } from '#core/memory/forgetting-curve.ts';
import { aStore } from '#testing/a-database.ts';
import { aTeamInStore, emailOf, personIdOf } from '#testing/a-team-in-database.ts';
import { readTeamBar } from './read-team-bar.ts';

const now = Date.parse('2026-11-24T08:30:00Z');

test('the bar holds everybody still in the team, warmest first, each chance as their record corrects it', async () => {
  const db = await aStore();
  const team = await aTeamInStore(db, ['Mei', 'Jan', 'Ana', 'Leaver'], now);
  const memory = { stability: 30, difficulty: 5, metAt: now - 10 * dayMs };
  const record = { predicted: 0.6, observed: 0.9, answers: 20 };
  for (const name of ['Mei', 'Jan', 'Leaver']) {
    await db
      .insertInto('memory')
      .values({
        person_id: await personIdOf(db, name),
        lesson_id: 'keep-stock',
        stability: memory.stability,
        difficulty: memory.difficulty,
        met_at: memory.metAt,
        answers: 1,
      })
      .execute();
  }
  await db
    .insertInto('calibration')
    .values({ person_id: await personIdOf(db, 'Jan'), ...record })
    .execute();
  await db.updateTable('person').set({ leaves_on: '2026-11-23' }).where('email', '=', emailOf('Leaver')).execute();
  const chance = retrievability(memory, now);
  expect(await readTeamBar(db, team.id, 'keep-stock', 1, now)).toEqual([calibrated(chance, record), chance, 0]);
});

test('in a small team, or one that somebody just left, there is no bar; somebody alone has one', async () => {
  const db = await aStore();
  const { id } = await aTeamInStore(db, ['Mei', 'Jan', 'Ana', 'Ben', 'Eva', 'Leaver'], now);
  const leave = (name: string, on: string) =>
    db.updateTable('person').set({ leaves_on: on }).where('email', '=', emailOf(name)).execute();
  const bar = () => readTeamBar(db, id, 'keep-stock', 5, now);
  expect(await bar()).toHaveLength(6);
  await leave('Leaver', '2026-11-23');
  expect(await bar(), 'what is missing since yesterday is what the leaver knew').toBeNull();
  await leave('Leaver', '2026-09-30');
  expect(await bar()).toHaveLength(5);
  await leave('Eva', '2026-09-30');
  expect(await bar()).toBeNull();
  for (const name of ['Jan', 'Ana', 'Ben']) await leave(name, '2026-09-30');
  expect(await bar()).toHaveLength(1);
  await leave('Mei', '2026-09-30');
  expect(await bar(), 'none of none is no sentence').toBeNull();
});

test('whoever is still to join holds nothing, and does not make a small team large enough for a bar', async () => {
  const db = await aStore();
  const { id } = await aTeamInStore(db, ['Mei', 'Jan', 'Ana', 'Ben', 'Joiner'], now);
  const bar = () => readTeamBar(db, id, 'keep-stock', 5, now);
  await db.updateTable('person').set({ starts_on: '2026-11-25' }).where('email', '=', emailOf('Joiner')).execute();
  expect(await bar()).toBeNull();
  await db.updateTable('person').set({ starts_on: '2026-11-24' }).where('email', '=', emailOf('Joiner')).execute();
  expect(await bar()).toHaveLength(5);
});
