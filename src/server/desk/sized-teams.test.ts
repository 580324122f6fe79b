import { expect, test } from 'vitest';
import { aStore } from '#testing/a-database.ts';
import { aTeamInStore, emailOf } from '#testing/a-team-in-database.ts';
import { heldBack } from './shown-cells.ts';
import { readSizedTeams } from './sized-teams.ts';

const now = Date.parse('2026-11-24T08:30:00Z');
const rules = { showByName: 'done', smallestTeam: 5 } as const;

async function aTeamOf(names: readonly string[]) {
  const db = await aStore();
  const { id } = await aTeamInStore(db, names, now);
  const stay = (name: string, days: { starts_on?: string; leaves_on?: string }) =>
    db.updateTable('person').set(days).where('email', '=', emailOf(name)).execute();
  const sized = async () => {
    const [team] = await readSizedTeams(db, new Set([id]), now);
    if (!team) throw new Error('No such team.');
    return { people: team.people.length, held: heldBack(team, rules, now) };
  };
  return { stay, sized };
}

test('figures of four are held back although two more are to join tomorrow', async () => {
  const { stay, sized } = await aTeamOf(['Mei', 'Jan', 'Ana', 'Ben', 'Eva', 'Uwe']);
  expect(await sized()).toEqual({ people: 6, held: null });
  for (const name of ['Eva', 'Uwe']) await stay(name, { starts_on: '2026-11-25' });
  expect(await sized()).toEqual({ people: 4, held: 'too-few' });
  await stay('Eva', { starts_on: '2026-11-24' });
  expect(await sized()).toEqual({ people: 5, held: null });
});

test('whoever left counts until the figures have rested, and then no more', async () => {
  const { stay, sized } = await aTeamOf(['Mei', 'Jan', 'Ana', 'Ben', 'Eva', 'Uwe']);
  await stay('Uwe', { leaves_on: '2026-10-27' });
  expect(await sized(), 'four weeks ago').toEqual({ people: 6, held: 'just-left' });
  await stay('Uwe', { leaves_on: '2026-10-26' });
  expect(await sized()).toEqual({ people: 5, held: null });
});
