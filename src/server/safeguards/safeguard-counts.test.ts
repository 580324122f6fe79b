import { expect, test } from 'vitest';
import { aStore } from '#testing/a-database.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { readSafeguardCounts } from './safeguard-counts.ts';
import { addEvent } from './safeguard-events.ts';

const at = (day: string) => Date.parse(`${day}T09:00:00Z`);
const [october, january, april] = [at('2026-10-01'), at('2027-01-01'), at('2027-04-01')];

async function aRegister() {
  const db = await aStore();
  const { id: team } = await aTeamInStore(db, ['Mei'], at('2025-01-01'));
  const add = async (id: string, on: string) => {
    const row = {
      id,
      team_id: team,
      owner_id: null,
      title: `Keep ${id}`,
      since: on,
      case_id: 'naka',
      reason: 'It burned.',
    };
    await db.insertInto('safeguard').values(row).execute();
    await does(id, 'added', on);
  };
  const does = (id: string, act: 'added' | 'kept' | 'retired' | 'taken-up', day: string) =>
    addEvent(
      db,
      id,
      { act, day, at: at(day), note: null, ...(act === 'retired' && { reasonRead: true }) },
      { desk: 'tara@kazehaya.example' },
    );
  return { db, add, does };
}

test('kept, overdue and dropped are counted as they stood at the end of the quarter', async () => {
  const { db, add, does } = await aRegister();
  await add('fresh', '2026-06-01');
  await add('stale', '2025-06-01');
  await add('gone', '2026-06-01');
  await does('gone', 'retired', '2026-11-20');
  expect(await readSafeguardCounts(db, october, january)).toEqual({
    kept: 1,
    overdue: 1,
    dropped: [{ title: 'Keep gone', caseId: 'naka', reasonRead: true }],
  });
});

test('what is done later does not change a quarter that is over, and a drop counts in its own quarter alone', async () => {
  const { db, add, does } = await aRegister();
  await add('gone', '2026-06-01');
  await does('gone', 'retired', '2026-11-20');
  const before = await readSafeguardCounts(db, october, january);
  await add('new', '2027-02-01');
  await does('gone', 'taken-up', '2027-02-01');
  expect(await readSafeguardCounts(db, october, january)).toEqual(before);
  expect(await readSafeguardCounts(db, january, april)).toEqual({ kept: 2, overdue: 0, dropped: [] });
});

test('a register without an entry counts nothing', async () => {
  expect(await readSafeguardCounts(await aStore(), october, january)).toEqual({ kept: 0, overdue: 0, dropped: [] });
});
