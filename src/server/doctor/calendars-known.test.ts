import { expect, test } from 'vitest';
import { aStore } from '#testing/a-database.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { calendarsKnown } from './calendars-known.ts';

async function verdict(holidays: string | null, now: string) {
  const db = await aStore();
  const { id } = await aTeamInStore(db, ['Mei'], Date.parse(now));
  await db.updateTable('team').set({ holidays }).where('id', '=', id).execute();
  return calendarsKnown(db, Date.parse(now));
}

test('a year whose holidays a government has yet to proclaim, or we have yet to learn, is said', async () => {
  const said = await verdict('CN -2027-02-20', '2026-11-24T06:00:00Z');
  expect(said.grade).toBe('note');
  expect(JSON.stringify(said)).toContain('holidays of CN is proclaimed year by year, and for 2027');
});

test('a feast of the coming weeks that begins when the moon is seen is said, and one that is proclaimed is not', async () => {
  const said = await verdict('SA', '2027-02-01T06:00:00Z');
  expect(said).toMatchObject({ grade: 'note', says: expect.stringContaining('may come a day off: SA 2027-03-09.') });
  expect(await verdict('SG', '2027-02-01T06:00:00Z')).toMatchObject({ grade: 'good' });
});

test.each([
  ['SA', '2026-06-20T06:00:00Z'],
  ['DE-BY', '2026-11-24T06:00:00Z'],
  [null, '2026-11-24T06:00:00Z'],
  ['CN', '2026-06-01T06:00:00Z'],
])('nothing is said of %s on %s', async (holidays, now) => {
  expect(await verdict(holidays, now)).toMatchObject({ grade: 'good' });
});
