import { expect, test } from 'vitest';
import { aStore } from '#testing/a-database.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { beginTrial, markAsDemo, refuseMixedUse } from './demo-mark.ts';

const demo = { demo: true, dataDir: 'data' };
const real = { demo: false, dataDir: 'data' };

test('an empty store is fit for either use', async () => {
  const db = await aStore();
  await expect(refuseMixedUse(db, demo)).resolves.toBeUndefined();
  await expect(refuseMixedUse(db, real)).resolves.toBeUndefined();
});

test('invented people are never mailed for real', async () => {
  const db = await aStore();
  await markAsDemo(db, 0);
  await aTeamInStore(db, ['Mei'], 0);
  await expect(refuseMixedUse(db, demo)).resolves.toBeUndefined();
  await expect(refuseMixedUse(db, real)).rejects.toThrow('holds the demo organisation');
});

test('real people are never opened as a demo', async () => {
  const db = await aStore();
  await aTeamInStore(db, ['Mei'], 0);
  await expect(refuseMixedUse(db, real)).resolves.toBeUndefined();
  await expect(refuseMixedUse(db, demo)).rejects.toThrow('holds real people');
});

test('a trial begins once', async () => {
  const db = await aStore();
  expect(await beginTrial(db, 0)).toBe(true);
  expect(await beginTrial(db, 0)).toBe(false);
});
