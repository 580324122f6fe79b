import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterAnswerOf, uncalibrated } from '#core/memory/calibration.ts';
import { dayMs, retrievability } from '#core/memory/forgetting-curve.ts';
import { usualModel } from '#core/memory/memory-model.ts';
import { usualPractice } from '#core/memory/practice.ts';
import { afterReading } from '#core/memory/reading.ts';
import { afterAnswer, type Sureness, surenessLevels } from '#core/memory/recollection.ts';
import { nudgeKinds } from '#core/planning/nudge-kinds.ts';
import { foldLog, type LoggedAnswer, type NudgeLog, observedIn } from './memory-log.ts';

const now = Date.parse('2026-11-24T08:30:00Z');

let number = 0;

/** A question on one lesson, answered as given. */
function asked(answers: LoggedAnswer[], rest: Partial<NudgeLog> = {}): NudgeLog {
  number += 1;
  return { nudgeId: number, kind: 'recall', lessonId: 'keep-stock', answers, readAt: null, seenBefore: false, ...rest };
}

function answer(right: boolean, at: number, sureness: Sureness = 'fairly'): LoggedAnswer {
  return { right: right ? 1 : 0, sureness, answered_at: at };
}

const memoryOf = (...log: NudgeLog[]) => foldLog(log, usualModel).lessons.get('keep-stock');

test('what was neither answered nor read leaves no memory and no record', () => {
  expect(foldLog([asked([])], usualModel)).toEqual({ lessons: new Map(), record: uncalibrated });
});

test('the newest answer to a question counts, at the time of the first', () => {
  const changed = memoryOf(asked([answer(true, now, 'sure'), answer(true, now + dayMs, 'guess')]));
  expect(changed).toEqual({
    memory: afterAnswer(null, { right: true, sureness: 'guess' }, now, usualPractice),
    answers: 1,
  });
});

test('an answer put right after the feedback counts as a guess, however sure', () => {
  const corrected = memoryOf(asked([answer(false, now, 'sure'), answer(true, now + 1000, 'sure')]));
  expect(corrected?.memory).toEqual(afterAnswer(null, { right: true, sureness: 'guess' }, now, usualPractice));
});

test('a right answer changed into a wrong one counts as wrong', () => {
  expect(memoryOf(asked([answer(true, now), answer(false, now + 1000)]))?.memory).toEqual(
    afterAnswer(null, { right: false, sureness: 'fairly' }, now, usualPractice),
  );
});

test('a comparison counts as its reader says last, for they have seen the answer either way', () => {
  const compared = asked([answer(false, now), answer(true, now + 1000, 'fairly')], { kind: 'compare' });
  expect(memoryOf(compared)).toEqual({
    memory: afterAnswer(null, { right: true, sureness: 'fairly' }, now, usualPractice),
    answers: 1,
  });
});

test.each(['apply', 'did-you'] as const)('what is said of a step (%s) is worth a reading, done or not', (kind) => {
  const learned = memoryOf(asked([answer(true, now, 'sure')]));
  const later = now + 20 * dayMs;
  const expected = { memory: afterReading(learned?.memory ?? null, later, usualPractice), answers: 1 };
  const first = asked([answer(true, now, 'sure')]);
  expect(memoryOf(first, asked([answer(true, later)], { kind }))).toEqual(expected);
  expect(memoryOf(first, asked([answer(false, later)], { kind }))).toEqual(expected);
});

test('a reading counts a little, and for nothing once the question is answered', () => {
  const read = asked([], { readAt: now });
  expect(memoryOf(read)).toEqual({ memory: afterReading(null, now, usualPractice), answers: 0 });
  const answered = { ...read, answers: [answer(false, now + dayMs)] };
  expect(memoryOf(answered)).toEqual(memoryOf(asked([answer(false, now + dayMs)])));
});

test('meetings build on one another in the order in which they came, whatever their kind', () => {
  const expected = [
    { right: false, at: now },
    { right: true, at: now + 40 * dayMs },
  ].reduce(
    (memory, { right, at }) => {
      const next = afterAnswer(memory, { right, sureness: 'fairly' }, at, usualPractice);
      return at === now ? afterReading(next, now + 20 * dayMs, usualPractice) : next;
    },
    afterReading(null, now - dayMs, usualPractice),
  );
  const log = [
    asked([answer(true, now + 40 * dayMs)], { kind: 'compare' }),
    asked([answer(false, now)]),
    asked([], { readAt: now - dayMs }),
    asked([answer(true, now + 20 * dayMs)], { kind: 'apply' }),
  ];
  expect(memoryOf(...log)).toEqual({ memory: expected, answers: 2 });
});

test('a record compares what was predicted with what came, over all lessons, in time order', () => {
  const first = afterAnswer(null, { right: true, sureness: 'sure' }, now, usualPractice);
  const other = afterAnswer(null, { right: false, sureness: 'guess' }, now + dayMs, usualPractice);
  const expected = afterAnswerOf(
    afterAnswerOf(uncalibrated, retrievability(other, now + 20 * dayMs), false),
    retrievability(first, now + 40 * dayMs),
    true,
  );
  const log = [
    asked([answer(true, now + 40 * dayMs)]),
    asked([answer(false, now + dayMs, 'guess')], { lessonId: 'second-source' }),
    asked([answer(true, now, 'sure')]),
    asked([answer(true, now + 20 * dayMs, 'guess')], { lessonId: 'second-source' }),
  ];
  expect(foldLog(log, usualModel).record, 'a lucky guess is no recall').toEqual(expected);
});

test.each(['compare', 'apply', 'did-you'] as const)(
  'a nudge of the kind %s says nothing about a prediction',
  (kind) => {
    const log = [asked([answer(true, now)]), asked([answer(true, now + 20 * dayMs)], { kind })];
    expect(foldLog(log, usualModel).record).toEqual(uncalibrated);
  },
);

/** Often the same, for what comes at one moment needs an order too. */
const aDay = fc.oneof(fc.integer({ min: 0, max: 400 }), fc.constantFrom(0, 20));

const anAnswer = fc.record({
  right: fc.boolean(),
  sureness: fc.constantFrom(...surenessLevels),
  at: aDay,
});

const aLog = fc.uniqueArray(
  fc.record({
    nudgeId: fc.integer({ min: 1, max: 1000 }),
    kind: fc.constantFrom(...nudgeKinds),
    lessonId: fc.constantFrom('keep-stock', 'second-source', 'write-it-down'),
    answers: fc
      .array(anAnswer, { maxLength: 3 })
      .map((all) =>
        [...all]
          .sort((a, b) => a.at - b.at)
          .map(({ right, sureness, at }) => answer(right, now + at * dayMs, sureness)),
      ),
    readAt: fc.option(aDay.map((days) => now + days * dayMs)),
    seenBefore: fc.boolean(),
  }),
  { selector: ({ nudgeId }) => nudgeId, maxLength: 12 },
);

test('the order in which the log is read changes nothing', () => {
  fc.assert(
    fc.property(aLog, fc.infiniteStream(fc.nat()), (log, keys) => {
      const shuffled = log.map((nudge) => ({ nudge, key: keys.next().value })).sort((a, b) => a.key - b.key);
      expect(
        foldLog(
          shuffled.map(({ nudge }) => nudge),
          usualModel,
        ),
      ).toEqual(foldLog(log, usualModel));
    }),
    { numRuns: 300 },
  );
});

test('a lesson is remembered when a nudge on it was answered or read, and every question and comparison answered is counted once', () => {
  fc.assert(
    fc.property(aLog, (log) => {
      const { lessons } = foldLog(log, usualModel);
      const met = log.filter(({ answers, readAt }) => answers.length > 0 || readAt !== null);
      expect(new Set(lessons.keys())).toEqual(new Set(met.map(({ lessonId }) => lessonId)));
      const tests = log.filter(({ kind, answers }) => answers.length > 0 && !['apply', 'did-you'].includes(kind));
      const counted = [...lessons.values()].reduce((sum, { answers }) => sum + answers, 0);
      expect(counted).toBe(tests.length);
    }),
  );
});

test('only answers to questions on a lesson met before test a memory model, and a lucky guess counts as not recalled', () => {
  const later = (days: number) => now + days * dayMs;
  const log = [
    asked([answer(true, now)]),
    asked([answer(true, later(10))]),
    asked([answer(true, later(20))], { kind: 'compare' }),
    asked([answer(true, later(30))], { kind: 'apply' }),
    asked([answer(true, later(45), 'guess')]),
  ];
  const observed = observedIn(log, usualPractice);
  expect(observed.map(({ right }) => right)).toEqual([true, false]);
  expect(observed[0]).toEqual({
    stability: afterAnswer(null, { right: true, sureness: 'fairly' }, now, usualPractice).stability,
    days: 10,
    right: true,
  });
});

test('a memory model with another practice leaves other memories of the same log', () => {
  const log = [asked([answer(true, now)]), asked([answer(false, now + 20 * dayMs)])];
  const kept = foldLog(log, { curve: { decay: 0.5, scale: 1, growth: 1 }, practice: { spacing: 1, kept: 0.8 } });
  expect(kept.lessons.get('keep-stock')?.memory.stability).toBeGreaterThan(memoryOf(...log)?.memory.stability ?? 1e9);
});
