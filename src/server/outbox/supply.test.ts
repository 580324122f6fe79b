import { expect, test } from 'vitest';
import { supply } from './supply.ts';

test('what several ask for at once is fetched once, and each thing is handed out once', async () => {
  const batches = [[1, 2, 3], [4, 5], []];
  let fetched = 0;
  const fetch = async () => batches[fetched++] ?? [];
  const { next } = supply<number>();
  const got = await Promise.all(Array.from({ length: 7 }, () => next(fetch)));
  expect(got.filter((thing) => thing !== undefined).sort()).toEqual([1, 2, 3, 4, 5]);
  expect(got.filter((thing) => thing === undefined)).toHaveLength(2);
  expect(fetched).toBeLessThanOrEqual(4);
});

test('a fetch that fails is told to whoever waits for it, and tried again by the next', async () => {
  const { next } = supply<number>();
  const failing = async (): Promise<number[]> => {
    throw new Error('locked');
  };
  expect(await Promise.allSettled([next(failing), next(failing)])).toMatchObject([
    { status: 'rejected' },
    { status: 'rejected' },
  ]);
  expect(await next(async () => [7])).toBe(7);
});
