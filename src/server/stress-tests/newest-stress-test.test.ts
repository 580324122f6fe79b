import { expect, test } from 'vitest';
import { aStore } from '#testing/a-database.ts';
import { readNewestStressTest } from './newest-stress-test.ts';

test('while none was finished there is no newest stress test; one under way does not count', async () => {
  const db = await aStore();
  expect(await readNewestStressTest(db)).toBeNull();
  const row = { title: 'Magnets', board: '{}', kept: null };
  await db
    .insertInto('stress_test')
    .values([
      { key: 'a', ...row, started_on: '2022-01-10', finished_on: '2022-03-01', due_on: '2025-03-01' },
      { key: 'b', ...row, started_on: '2025-01-10', finished_on: '2025-11-20', due_on: '2028-11-20' },
      { key: 'c', ...row, started_on: '2026-10-10', finished_on: null, due_on: null },
    ])
    .execute();
  expect(await readNewestStressTest(db)).toEqual({ finishedOn: '2025-11-20', dueOn: '2028-11-20' });
});
