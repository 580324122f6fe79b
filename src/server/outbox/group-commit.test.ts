import { expect, test } from 'vitest';
import { aStore } from '#testing/a-database.ts';
import { groupCommit } from './group-commit.ts';

const keep = (name: string) => (db: Awaited<ReturnType<typeof aStore>>) =>
  db.insertInto('fact').values({ name, value: name }).returning('name').executeTakeFirstOrThrow();

test('writes that come together are all kept, and each lane hears its own result', async () => {
  const db = await aStore();
  const commit = groupCommit(db);
  const kept = await Promise.all(['a', 'b', 'c'].map((name) => commit(keep(name))));
  expect(kept.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  expect(await commit(keep('d'))).toEqual({ name: 'd' });
  expect(await db.selectFrom('fact').select('name').orderBy('name').execute()).toHaveLength(4);
});

test('a lane never hears of a write that was not kept', async () => {
  const db = await aStore();
  const commit = groupCommit(db);
  await commit(keep('a'));
  const outcomes = await Promise.allSettled([commit(keep('b')), commit(keep('a')), commit(keep('c'))]);
  const kept = (await db.selectFrom('fact').select('name').execute()).map(({ name }) => name);
  for (const [index, name] of ['b', 'c'].entries())
    expect(kept.includes(name), name).toBe(outcomes[index * 2]?.status === 'fulfilled');
  expect(outcomes[1]?.status).toBe('rejected');
  expect(await commit(keep('e'))).toEqual({ name: 'e' });
});
