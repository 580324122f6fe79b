import { expect, test } from 'vitest';
import { isInPost } from '#core/people/in-post.ts';
import { personState, personStates } from '#core/people/person-state.ts';
import { aStore } from '#testing/a-database.ts';
import { aTeamInStore, emailOf } from '#testing/a-team-in-database.ts';
import { hasNotLeft, inPost, isIn } from './in-post.ts';

const now = Date.parse('2026-11-24T08:30:00Z');
const today = '2026-11-24';
const days = [null, '2026-11-23', today, '2026-11-25'];
const stays = days.flatMap((starts_on) =>
  days.flatMap((leaves_on) => days.map((away_until) => ({ starts_on, leaves_on, away_until }))),
);

test('over all first and last days and absences around a day, the store finds whom the rules call in post, and in each state', async () => {
  const db = await aStore();
  const names = stays.map((_, index) => `P${index}`);
  await aTeamInStore(db, names, now);
  for (const [index, stay] of stays.entries())
    await db
      .updateTable('person')
      .set(stay)
      .where('email', '=', emailOf(`P${index}`))
      .execute();
  const rows = await db.selectFrom('person').selectAll().execute();
  expect(rows).toHaveLength(4 ** 3);
  const found = async (condition: ReturnType<typeof inPost>) =>
    (await db.selectFrom('person').select('id').where(condition).execute()).map(({ id }) => id).sort();
  const meant = (rule: (row: (typeof rows)[number]) => boolean) =>
    rows
      .filter(rule)
      .map(({ id }) => id)
      .sort();
  const stayOf = (row: (typeof rows)[number]) => ({ startsOn: row.starts_on, leavesOn: row.leaves_on });
  expect(await found(inPost(today))).toEqual(meant((row) => isInPost(stayOf(row), today)));
  expect(await found(hasNotLeft(today))).toEqual(meant((row) => personState(row, today) !== 'left'));
  for (const state of personStates)
    expect(await found(isIn(state, today)), state).toEqual(meant((row) => personState(row, today) === state));
});
