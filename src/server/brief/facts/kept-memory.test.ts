import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { aStore } from '#testing/a-database.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { memoryFactsOf, refreshBriefMemory } from './kept-memory.ts';
import { readCountedTeams } from './read-team-sizes.ts';

const now = Date.parse('2026-11-30T12:00:00Z');
const hourMs = 3_600_000;
const quarter = { year: 2026, number: 4 };

test('a small house keeps nothing; a large one reads for six hours what was kept, and counts anew for another quarter', async () => {
  const db = await aStore();
  const team = await aTeamInStore(db, ['Adaline'], now - 100 * dayMs);
  expect(await refreshBriefMemory(db, 5, now)).toBe(false);
  const person = (index: number) => ({
    team_id: team.id,
    email: `${index}@kazehaya.example`,
    name: `Person ${index}`,
    role: 'buyer',
    zone: 'Etc/UTC',
    language: 'en' as const,
    joined_year: 2020,
    created_at: now,
  });
  for (let from = 0; from < 2_000; from += 50)
    await db
      .insertInto('person')
      .values(Array.from({ length: 50 }, (_, index) => person(from + index)))
      .execute();
  expect(await refreshBriefMemory(db, 5, now)).toBe(true);
  expect(await refreshBriefMemory(db, 5, now + hourMs / 2)).toBe(false);
  await db.updateTable('person').set({ joined_year: 1990 }).execute();
  const yearsAt = async (at: number, of = quarter) => {
    const teams = await readCountedTeams(db, '2026-11-30', 5);
    return (await memoryFactsOf(db, teams, of, at)).joined.map(({ year }) => year);
  };
  expect(await yearsAt(now + hourMs)).toContain(2020);
  expect(await yearsAt(now + 7 * hourMs)).toEqual([1990]);
  expect(await yearsAt(now, { year: 2026, number: 3 })).toEqual([1990]);
});
