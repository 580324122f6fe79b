import { expect, test } from 'vitest';
import { aStore } from '#testing/a-database.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { answersRead } from './answers-read.ts';

test('a team whose answers nobody reads is noted, unless the house or the team names somebody', async () => {
  const db = await aStore();
  expect(await answersRead(db, { replyTo: null })).toMatchObject({ grade: 'good' });
  const { id } = await aTeamInStore(db, ['Mei'], 0);
  expect(await answersRead(db, { replyTo: null })).toMatchObject({
    grade: 'note',
    says: expect.stringMatching(/^what people of 1 team /),
  });
  expect(await answersRead(db, { replyTo: 'training@works.example' })).toMatchObject({ grade: 'good' });
  await db.insertInto('team_trainer').values({ team_id: id, email: 'tara@works.example' }).execute();
  expect(await answersRead(db, { replyTo: null })).toMatchObject({ grade: 'good' });
});
