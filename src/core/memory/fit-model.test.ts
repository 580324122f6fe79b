import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AnswersUnder, fitModel, type ObservedAnswer } from './fit-model.ts';
import { type Curve, dayMs, type Memory, recallOn, retrievability, usualCurve } from './forgetting-curve.ts';
import { type MemoryModel, usualModel } from './memory-model.ts';
import { type Practice, practices, usualPractice } from './practice.ts';
import { afterAnswer } from './recollection.ts';

const stabilities = [2, 5, 12, 30, 80];
const waits = [7, 21, 49, 91, 182];

/** For each stability and wait, as many right answers in two hundred as the curve expects. */
function answersOn(curve: Curve): ObservedAnswer[] {
  return stabilities.flatMap((stability) =>
    waits.flatMap((days) => {
      const right = Math.round(200 * recallOn(curve, stability, days));
      return Array.from({ length: 200 }, (_, index) => ({ stability, days, right: index < right }));
    }),
  );
}

const usually = (answers: readonly ObservedAnswer[]): AnswersUnder[] => [{ practice: usualPractice, answers }];

test('without answers the model is the usual one', () => {
  expect(fitModel([])).toEqual(usualModel);
  expect(fitModel(practices.map((practice) => ({ practice, answers: [] })))).toEqual(usualModel);
});

test.each([
  { decay: 0.1542, scale: 1, growth: 1 },
  { decay: 0.5, scale: 1, growth: 1 },
  { decay: 0.8, scale: 0.5, growth: 0.7 },
  { decay: 0.22, scale: 2, growth: 0.85 },
])(
  'from answers given on decay $decay, scale $scale and growth $growth, a curve is fitted that predicts the same within five hundredths',
  (curve) => {
    const fitted = fitModel(usually(answersOn(curve))).curve;
    for (const stability of stabilities)
      for (const days of waits)
        expect(Math.abs(recallOn(fitted, stability, days) - recallOn(curve, stability, days))).toBeLessThan(0.05);
  },
);

test('one surprising answer changes the curve little', () => {
  const { curve } = fitModel(usually([{ stability: 100, days: 1, right: false }]));
  expect(curve.decay / usualCurve.decay).toBeLessThan(3);
  expect(recallOn(curve, 10, 28)).toBeGreaterThan(0.3);
});

/** Answers of many people in a world of this model, as each practice would have them; a seeded number decides each. */
function answersIn({ curve, practice: truth }: MemoryModel): AnswersUnder[] {
  const gaps = fc.sample(fc.noBias(fc.array(fc.constantFrom(7, 14, 28, 90), { minLength: 6, maxLength: 6 })), {
    seed: 5,
    numRuns: 500,
  });
  const random = fc
    .sample(fc.noBias(fc.integer({ min: 0, max: 999_999 })), { seed: 6, numRuns: 3000 })
    .map((number) => number / 1e6);
  const seen = practices.map((practice): { practice: Practice; answers: ObservedAnswer[] } => ({
    practice,
    answers: [],
  }));
  for (const [person, waits] of gaps.entries()) {
    let at = 0;
    const first = { right: true, sureness: 'fairly' } as const;
    let real = afterAnswer(null, first, at, usualPractice);
    const believed = new Map<Practice, Memory>(practices.map((practice) => [practice, real]));
    for (const [index, days] of waits.entries()) {
      at += days * dayMs;
      const right = (random[person * 6 + index] ?? 0) < retrievability(real, at, curve);
      for (const { practice, answers } of seen) {
        const before = believed.get(practice) ?? real;
        answers.push({ stability: before.stability, days, right });
        believed.set(practice, afterAnswer(before, { ...first, right }, at, practice));
      }
      real = afterAnswer(real, { ...first, right }, at, truth);
    }
  }
  return seen;
}

/** A world in which answers add less than FSRS-6 believes, so that errors stay common and there is something to learn from. */
const slow: Curve = { decay: 0.5, scale: 2 ** -1.5, growth: 0.75 };

test.each(practices)(
  'who was right after which wait tells how much waiting adds ($spacing) and how much outlives an error ($kept)',
  (practice) => {
    expect(fitModel(answersIn({ curve: slow, practice })).practice).toEqual(practice);
  },
);
