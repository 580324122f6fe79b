import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aCaseTraits, anExposure, anItem } from '#testing/a-planned-team.ts';
import { type RelevantLesson, type RelevantTeam, relevantCases } from './lesson-relevance.ts';
import { usualWeights } from './weights.ts';

const aTeam = (traits: Partial<RelevantTeam> = {}): RelevantTeam => ({
  exposure: anExposure([anItem()]),
  textLikeness: new Map(),
  joinedYears: [],
  signals: [],
  ...traits,
});
const lesson: RelevantLesson = {
  id: 'keep-stock',
  roleGrades: new Map([['buyer', 3]]),
  reach: 3,
  when: [{ stock: 'short' }],
  licensed: new Set(),
  cases: [aCaseTraits()],
};
const ranked = (team: RelevantTeam, { quiet = 0, role = 'buyer', of = lesson } = {}) =>
  relevantCases(of, team, role, () => quiet, usualWeights);
const weightOf = (team: RelevantTeam, quiet = 0) => ranked(team, { quiet })[0]?.weight ?? 0;

test('the less a lesson is somebody’s work, the less it concerns them', () => {
  const scoreAt = (grade: number) =>
    ranked(aTeam(), { of: { ...lesson, roleGrades: new Map([['buyer', grade]]) } })[0]?.score ?? 0;
  expect([0, 1, 2, 3].map(scoreAt)).toEqual([0, 1, 2, 3].map(scoreAt).toSorted());
  expect(scoreAt(0)).toBeLessThan(scoreAt(3) / 2);
});

test('a fact that a lesson is for raises it and is among its reasons', () => {
  const of = { ...lesson, reach: 0 };
  const bare = { sector: null };
  const [met] = ranked(aTeam({ exposure: anExposure([anItem()], bare) }), { of, role: 'hr' });
  const [unmet] = ranked(aTeam({ exposure: anExposure([anItem({ stockDays: 90 })], bare) }), { of, role: 'hr' });
  expect(met?.reasons).toContainEqual(
    expect.objectContaining({ kind: 'condition', holds: expect.objectContaining({ fact: 'stock-short' }) }),
  );
  expect(unmet?.reasons.map(({ kind }) => kind)).not.toContain('condition');
  expect(unmet?.score).toBeLessThan(met?.score ?? 0);
});

test('a lesson that readers found useful everywhere goes before one for few', () => {
  const narrow = ranked(aTeam(), {
    of: { ...lesson, reach: 0, when: [{ makers: 'unseen' }], cases: [aCaseTraits({ inputs: [], families: [] })] },
  });
  const wide = ranked(aTeam(), {
    of: { ...lesson, when: [{ makers: 'unseen' }], cases: [aCaseTraits({ inputs: [], families: [] })] },
  });
  expect(wide[0]?.score).toBeGreaterThan(narrow[0]?.score ?? 1);
});

test('a lesson is as relevant as its nearest case, in whatever order the cases stand', () => {
  const cases = [
    aCaseTraits({ id: 'far', inputs: [], families: [], countries: [], supply: [], sectors: [] }),
    aCaseTraits({ id: 'near' }),
    aCaseTraits({ id: 'also-near' }),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(cases, { minLength: 3 }), (shuffled) => {
      expect(ranked(aTeam(), { of: { ...lesson, cases: shuffled } }).map((entry) => entry.caseId)).toEqual([
        'also-near',
        'near',
        'far',
      ]);
    }),
  );
});

test('quiet raises a lesson, up to a half after half a year, and no further', () => {
  fc.assert(
    fc.property(fc.nat(2000), fc.nat(2000), (a, b) => {
      const [shorter, longer] = [Math.min(a, b), Math.max(a, b)];
      expect(weightOf(aTeam(), longer)).toBeGreaterThanOrEqual(weightOf(aTeam(), shorter));
    }),
  );
  expect(weightOf(aTeam(), 180)).toBeCloseTo(1.5);
  expect(weightOf(aTeam(), 5000)).toBeCloseTo(1.5);
});

test('the fewer of a team were there, the more a case is worth', () => {
  const allThere = weightOf(aTeam({ joinedYears: [2001, 2009] }));
  const halfThere = weightOf(aTeam({ joinedYears: [2001, 2019] }));
  const nobodyThere = weightOf(aTeam({ joinedYears: [2015, 2019] }));
  expect([allThere, halfThere, nobodyThere]).toEqual([1, 1.125, 1.25]);
});

test('a team whose years nobody gave is not taken for one of newcomers', () => {
  expect(weightOf(aTeam({ joinedYears: [null, null] }))).toBe(1);
});

test('a signal doubles what it is about, and brings in what would have been too far away', () => {
  const strange = aTeam({ exposure: anExposure([], { sector: null }) });
  const signals = [{ id: 3, topic: 'hazard', word: 'natural' }] as const;
  expect(weightOf(aTeam({ signals }))).toBe(2);
  const narrow = { role: 'hr', of: { ...lesson, reach: 0 } };
  expect(ranked({ ...strange, signals }, narrow)[0]).toMatchObject({ score: 0.3, urgency: { signalId: 3 } });
  expect(ranked(strange, narrow)[0]?.score).toBe(0);
});

test('a signal about something else changes nothing', () => {
  const signals = [{ id: 3, topic: 'route', word: 'suez' }] as const;
  expect(ranked(aTeam({ signals }))).toEqual(ranked(aTeam()));
});
