import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { aStore } from '#testing/a-database.ts';
import { aSentNudge } from '#testing/a-sent-nudge.ts';
import { aTeamInStore, personIdOf } from '#testing/a-team-in-database.ts';
import { readOwnResults } from './own-results.ts';

const now = Date.parse('2026-11-30T12:00:00Z');

test('somebody’s own results are theirs alone, by lesson', async () => {
  const db = await aStore();
  await aTeamInStore(db, ['Ada', 'Ben'], now - 100 * dayMs);
  for (const [name, daysAgo] of [
    ['Ada', 40],
    ['Ada', 20],
    ['Ben', 30],
  ] as const) {
    const at = now - daysAgo * dayMs;
    const { nudgeId } = await aSentNudge(db, name, at, { kind: 'recall' });
    await db
      .insertInto('answer')
      .values({ nudge_id: nudgeId, choice: 'a', right: 1, sureness: 'sure', answered_at: at })
      .execute();
  }
  const own = await readOwnResults(db, await personIdOf(db, 'Ada'), 0);
  expect([...own.keys()]).toEqual(['keep-stock']);
  expect(own.get('keep-stock')).toEqual({ met: 1, answered: 1, asked: 1, recalled: 1, askedPeople: 1 });
});
