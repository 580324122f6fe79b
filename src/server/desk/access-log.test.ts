import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { aStore } from '#testing/a-database.ts';
import { atTheCommandLine, cutAccess, noteAccess, readAccess } from './access-log.ts';

const now = Date.parse('2026-11-24T06:00:00Z');

test('what is older than it is kept for is forgotten, and nothing else', async () => {
  const db = await aStore();
  const note = (at: number) =>
    noteAccess(db, { who: atTheCommandLine, act: 'exported', teamId: null, subject: null }, at);
  for (const days of [400, 366, 365, 1]) await note(now - days * dayMs);
  expect(await cutAccess(db, now - 365 * dayMs)).toBe(2);
  const days = (await readAccess(db, { since: 0, skip: 0, most: 10 })).map(({ at }) => (now - at) / dayMs);
  expect(days).toEqual([1, 365]);
});

test('those since a day are read, the newest first', async () => {
  const db = await aStore();
  for (const act of ['erased', 'exported'] as const)
    await noteAccess(
      db,
      { who: atTheCommandLine, act, teamId: null, subject: null },
      now - (act === 'erased' ? 9 : 2) * dayMs,
    );
  expect(await readAccess(db, { since: now - 3 * dayMs, skip: 0, most: 10 })).toMatchObject([{ act: 'exported' }]);
});
