import { expect, test } from 'vitest';
import { aStore } from '#testing/a-database.ts';
import { storeClockAhead } from './store-clock.ts';

test('a machine whose clock is an hour behind learns so from the database', async () => {
  const db = await aStore();
  const ahead = await storeClockAhead(db, Date.now() - 3_600_000);
  expect(Math.round(ahead / 60_000)).toBe(60);
});
