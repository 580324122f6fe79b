import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { practices } from '#core/memory/practice.ts';
import { surenessLevels } from '#core/memory/recollection.ts';
import { nudgeKinds } from '#core/planning/nudge-kinds.ts';
import type { Db } from '#server/database/open-database.ts';
import { aStore, timesTried, withStore } from '#testing/a-database.ts';
import { answerContext, aSentNudge } from '#testing/a-sent-nudge.ts';
import { aTeamInStore, personIdOf } from '#testing/a-team-in-database.ts';
import { cutHistory, firstOf, peopleWithHistoryBefore } from './cut-history.ts';
import { answersCut, baseAfter, memoryUnder, noBase } from './memory-base.ts';
import { foldLog, foldOnto, type NudgeLog, observedAfter, observedIn } from './memory-log.ts';
import { recordAnswer } from './record-answer.ts';
import { refoldMemory, refreshMemory } from './refresh-memory.ts';

const start = Date.parse('2024-01-08T08:00:00Z');

/** Often the same, for what comes at one moment needs an order too. */
const aDay = fc.oneof(fc.integer({ min: 0, max: 800 }), fc.constantFrom(0, 20, 400));

const anAnswer = fc.record({
  right: fc.constantFrom(0, 1),
  sureness: fc.constantFrom(...surenessLevels),
  at: fc.integer({ min: 0, max: 6 }),
});

/** A nudge closes a week after it was sent, and what is said of it lies in between. */
const aNudge = fc.record({
  nudgeId: fc.integer({ min: 1, max: 500 }),
  kind: fc.constantFrom(...nudgeKinds),
  lessonId: fc.constantFrom('keep-stock', 'second-source'),
  sentOn: aDay,
  given: fc.array(anAnswer, { maxLength: 3 }),
  readAfter: fc.option(fc.integer({ min: 0, max: 6 })),
});

type Sent = { log: NudgeLog; closesAt: number };

const aHistory = fc.uniqueArray(aNudge, { selector: ({ nudgeId }) => nudgeId, maxLength: 12 }).map((nudges) =>
  nudges.map(({ nudgeId, kind, lessonId, sentOn, given, readAfter }): Sent => {
    const sentAt = start + sentOn * dayMs;
    const answers = given
      .map(({ right, sureness, at }) => ({ right, sureness, answered_at: sentAt + at * dayMs }))
      .sort((a, b) => a.answered_at - b.answered_at);
    const readAt = readAfter === null ? null : sentAt + readAfter * dayMs;
    return {
      log: { nudgeId, kind, lessonId, answers, readAt, seenBefore: nudgeId % 3 === 0 },
      closesAt: sentAt + 7 * dayMs,
    };
  }),
);

const aModel = fc.record({
  curve: fc.record({
    decay: fc.constantFrom(0.1542, 0.8),
    scale: fc.constantFrom(1, 2),
    growth: fc.constantFrom(0.75, 1),
  }),
  practice: fc.constantFrom(...practices),
});

test('folding what was cut, and then the rest onto it, gives the very memory and record that folding everything gives, cut after cut', () => {
  fc.assert(
    fc.property(aHistory, fc.array(aDay, { minLength: 1, maxLength: 3 }), aModel, (history, days, model) => {
      let base = noBase;
      let left = history;
      for (const day of [...days].sort((a, b) => a - b)) {
        const before = start + day * dayMs;
        const closed = new Set(left.filter(({ closesAt }) => closesAt < before).map(({ log }) => log.nudgeId));
        const cut = new Set(
          firstOf(
            left.map(({ log }) => log),
            closed,
          ),
        );
        base = baseAfter(base, [...cut], model);
        left = left.filter(({ log }) => !cut.has(log));
      }
      const [all, rest] = [history.map(({ log }) => log), left.map(({ log }) => log)];
      const folded = foldOnto(memoryUnder(base, model.practice), rest, model);
      expect(folded).toEqual(foldLog(all, model));
      // Another practice may be believed later: its memories are the same too.
      for (const practice of practices)
        expect(foldOnto(memoryUnder(base, practice), rest, { ...model, practice }).lessons).toEqual(
          foldLog(all, { ...model, practice }).lessons,
        );
      const tested = observedIn(all, model.practice);
      const after = observedAfter(memoryUnder(base, model.practice).lessons, rest, model.practice);
      expect(after).toEqual(tested.slice(tested.length - after.length));
    }),
    { numRuns: 300 },
  );
});

async function memoryOf(db: Db, personId: number) {
  const memory = await db
    .selectFrom('memory')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('lesson_id')
    .execute();
  return [memory, await db.selectFrom('calibration').selectAll().where('person_id', '=', personId).execute()];
}

const answerAt = async (db: Db, at: number, choice: string) => {
  const { token } = await aSentNudge(db, 'Ana', at, { kind: 'recall' });
  await recordAnswer(answerContext(db), token, { choice, sureness: 'fairly' }, at + 1000);
};

test('cutting history changes no memory of the store, then or after the next answer', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.boolean(), { minLength: 2, maxLength: 5 }),
      fc.nat({ max: 5 }),
      async (rights, cutAfter) => {
        const memories = [];
        for (const cuts of [false, true])
          memories.push(
            await withStore(async (db) => {
              await aTeamInStore(db, ['Ana'], start);
              for (const [at, right] of rights.entries())
                await answerAt(db, start + at * 30 * dayMs, right ? 'b' : 'a');
              const id = await personIdOf(db, 'Ana');
              const before = await memoryOf(db, id);
              if (cuts) {
                await db.transaction().execute((trx) => cutHistory(trx, id, start + (cutAfter * 30 + 8) * dayMs));
                await db.transaction().execute((trx) => refreshMemory(trx, id, 'keep-stock'));
                expect(await memoryOf(db, id)).toEqual(before);
              }
              await answerAt(db, start + 200 * dayMs, 'b');
              return memoryOf(db, id);
            }),
          );
        expect(memories[1]).toEqual(memories[0]);
      },
    ),
    { numRuns: timesTried(20) },
  );
});

test('what was cut is gone with its mail, is still counted, and survives a model that is fitted later', async () => {
  const db = await aStore();
  await aTeamInStore(db, ['Ana'], start);
  for (const day of [0, 30, 60]) await answerAt(db, start + day * dayMs, 'b');
  const id = await personIdOf(db, 'Ana');
  const before = start + 40 * dayMs;
  expect(await peopleWithHistoryBefore(db, before)).toEqual([{ person_id: id, nudges: 2 }]);
  const cut = await db.transaction().execute((trx) => cutHistory(trx, id, before));
  expect(cut).toEqual({ answers: 2, mails: 2 });
  expect(await answersCut(db)).toBe(2);
  for (const table of ['message', 'nudge', 'answer'] as const)
    expect(await db.selectFrom(table).select('id').execute(), table).toHaveLength(1);
  const [practice] = practices.slice(-1);
  if (!practice) throw new Error('There is no practice.');
  await db
    .transaction()
    .execute((trx) => refoldMemory(trx, id, { curve: { decay: 0.8, scale: 2, growth: 1 }, practice }));
  const [refolded] = await memoryOf(db, id);
  expect(refolded).toMatchObject([{ answers: 3 }]);
});

test('a question that closed stays as long as one that is still open was answered before it', async () => {
  const db = await aStore();
  await aTeamInStore(db, ['Ana'], start);
  await answerAt(db, start, 'b');
  await db
    .updateTable('nudge')
    .set({ closes_at: start + 900 * dayMs })
    .execute();
  await answerAt(db, start + 30 * dayMs, 'b');
  const id = await personIdOf(db, 'Ana');
  expect(await db.transaction().execute((trx) => cutHistory(trx, id, start + 60 * dayMs))).toEqual({
    answers: 0,
    mails: 0,
  });
});
