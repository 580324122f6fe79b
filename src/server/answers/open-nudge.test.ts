import { expect, test } from 'vitest';
import { aStore } from '#testing/a-database.ts';
import { answerContext, aSentNudge } from '#testing/a-sent-nudge.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { openNudge } from './open-nudge.ts';

const now = Date.parse('2026-11-24T08:30:00Z');

test('a question is asked in the language of the person it was sent to, and told in English where it is not translated', async () => {
  const db = await aStore();
  await aTeamInStore(db, ['Mei'], now);
  await db.updateTable('person').set({ language: 'ja' }).execute();
  const translated = await aSentNudge(db, 'Mei', now);
  const other = await aSentNudge(db, 'Mei', now + 86_400_000, { caseId: 'fire-1997' });
  expect(await openNudge(answerContext(db), translated.token, now)).toMatchObject({
    found: { story: { toldIn: 'ja' }, asked: { question: { ask: 'まず何をしますか。' } } },
  });
  expect(await openNudge(answerContext(db), other.token, now)).toMatchObject({
    found: { story: { toldIn: 'en' }, asked: { question: { ask: 'What do you do first?' } } },
  });
});
