import { expect, test } from 'vitest';
import { aStore } from '#testing/a-database.ts';
import { answerContext, aSentNudge } from '#testing/a-sent-nudge.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { readAskedVersion } from './asked-versions.ts';
import { nameOldAnswers } from './name-old-answers.ts';

const now = Date.parse('2026-11-24T08:30:00Z');

async function oldStore(answers: { choice: string; right: 0 | 1 }[]) {
  const db = await aStore();
  await aTeamInStore(db, ['Mei'], now);
  for (const [index, answer] of answers.entries()) {
    const at = now + index * 86_400_000;
    const { nudgeId, messageId } = await aSentNudge(db, 'Mei', at, { kind: 'recall' });
    await db
      .updateTable('message')
      .set({ message_id: `<${messageId}@works.example>` })
      .where('id', '=', messageId)
      .execute();
    await db
      .insertInto('answer')
      .values({ nudge_id: nudgeId, ...answer, sureness: 'sure', answered_at: at })
      .execute();
  }
  const context = answerContext(db);
  const kept = async () => ({
    choices: (await db.selectFrom('answer').select('choice').orderBy('id').execute()).map(({ choice }) => choice),
    asked: (await db.selectFrom('message').select('asked').orderBy('id').execute()).map(({ asked }) => asked),
  });
  return { db, context, kept };
}

test('answers kept by a letter get the id of the choice that has it, and their mails the version of today', async () => {
  const { db, context, kept } = await oldStore([
    { choice: 'b', right: 1 },
    { choice: 'a', right: 0 },
  ]);
  await nameOldAnswers(context, now);
  const { choices, asked } = await kept();
  expect(choices).toEqual(['ask-the-maker', 'wait-for-news']);
  expect(asked[0]).toBe(asked[1]);
  expect(await readAskedVersion(db, asked[0] ?? null)).toMatchObject({
    asked: { question: { id: 'flood-2011/keep-stock' } },
  });
});

test('an answer that was judged otherwise than its letter is today keeps it, and its mail has no version', async () => {
  const { context, kept } = await oldStore([{ choice: 'a', right: 1 }]);
  await nameOldAnswers(context, now);
  expect(await kept()).toEqual({ choices: ['a'], asked: [null] });
});

test('it is done once: what is mailed later names its own version', async () => {
  const { db, context, kept } = await oldStore([]);
  await nameOldAnswers(context, now);
  const { messageId } = await aSentNudge(db, 'Mei', now);
  await db.updateTable('message').set({ message_id: '<1@works.example>' }).where('id', '=', messageId).execute();
  await nameOldAnswers(context, now);
  expect((await kept()).asked).toEqual([null]);
});
