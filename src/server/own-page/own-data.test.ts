import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { snooze } from '#server/answers/preferences.ts';
import { recordAnswer } from '#server/answers/record-answer.ts';
import { recordReading } from '#server/answers/record-reading.ts';
import { suppress } from '#server/outbox/suppression.ts';
import { aStore } from '#testing/a-database.ts';
import { answerContext, aSentNudge } from '#testing/a-sent-nudge.ts';
import { anAskedLink } from '#testing/a-signed-in-trainer.ts';
import { aTeamInStore, emailOf, personIdOf } from '#testing/a-team-in-database.ts';
import { readOwnData } from './own-data.ts';

const now = Date.parse('2026-11-24T08:30:00Z');

async function anasData() {
  const db = await aStore();
  await aTeamInStore(db, ['Ana', 'Ben'], now);
  const read = async () => {
    const id = await personIdOf(db, 'Ana');
    const person = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    return readOwnData(db, person, 24, now);
  };
  return { db, read };
}

test('a reader sees what became of each question, the newest first, until when it is kept, and nothing of a mail that never came', async () => {
  const { db, read } = await anasData();
  const context = answerContext(db);
  const at = (days: number) => now - days * dayMs;
  const answered = async (days: number, choices: string[]) => {
    const { token } = await aSentNudge(db, 'Ana', at(days), { kind: 'recall' });
    for (const choice of choices) await recordAnswer(context, token, { choice, sureness: 'sure' }, at(days));
  };
  await answered(5, ['a', 'b']);
  await answered(4, ['b', 'a']);
  const step = await aSentNudge(db, 'Ana', at(3), { kind: 'apply' });
  await recordAnswer(context, step.token, { choice: 'will' }, at(3));
  await recordReading(context, (await aSentNudge(db, 'Ana', at(2))).token, at(2));
  await aSentNudge(db, 'Ana', at(1));
  await aSentNudge(db, 'Ana', now, { state: 'failed' });
  await aSentNudge(db, 'Ben', now);
  const { questions, newest } = await read();
  expect(questions.map(({ outcome }) => outcome)).toEqual([
    { kind: 'open' },
    { kind: 'read' },
    { kind: 'said' },
    { kind: 'wrong', sureness: 'sure' },
    { kind: 'right', sureness: 'sure' },
  ]);
  expect(questions[0]).toMatchObject({
    on: '2026-11-23',
    lessonId: 'keep-stock',
    keptUntil: Date.parse('2028-11-30T08:30:00Z'),
  });
  expect(newest?.closesAt).toBe(at(1) + 7 * dayMs);
});

test('a question that was put off says so', async () => {
  const { db, read } = await anasData();
  const { token } = await aSentNudge(db, 'Ana', now);
  await snooze(answerContext(db), token, 3, now);
  expect((await read()).questions.map(({ outcome }) => outcome.kind).sort()).toEqual(['later', 'open']);
});

test('a reader sees the estimate of each lesson, why no mail comes, and what they did as a trainer', async () => {
  const { db, read } = await anasData();
  expect(await read()).toEqual({
    questions: [],
    older: 0,
    memories: [],
    refused: null,
    signIns: 0,
    set: 0,
    newest: null,
  });
  const { token } = await aSentNudge(db, 'Ana', now);
  await recordAnswer(answerContext(db), token, { choice: 'b', sureness: 'sure' }, now);
  await suppress(db, { address: emailOf('Ana'), kind: 'hard', reason: '550 gone', since: now, until: null });
  await anAskedLink(db, emailOf('Ana'), now, 'a browser');
  expect(await read()).toMatchObject({
    memories: [{ lessonId: 'keep-stock', warmth: 5, metAt: now }],
    refused: '550 gone',
    signIns: 1,
  });
});
