import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aCaseTraits, anExposure, anItem } from '#testing/a-planned-team.ts';
import { type RelevantTeam, relevantCases } from './lesson-relevance.ts';
import { usualWeights } from './weights.ts';

const aTeam = (traits: Partial<RelevantTeam> = {}): RelevantTeam => ({
  exposure: anExposure([anItem()]),
  joinedYears: [],
  signals: [],
  ...traits,
});
const lesson = { id: 'keep-stock', roles: ['buyer'], cases: [aCaseTraits()] };
const ranked = (team: RelevantTeam, { quiet = 0, role = 'buyer', of = lesson } = {}) =>
  relevantCases(of, team, role, () => quiet, usualWeights);
const weightOf = (team: RelevantTeam, quiet = 0) => ranked(team, { quiet })[0]?.weight ?? 0;

test('somebody outside a lesson’s roles gains half', () => {
  const forPlanners = { ...lesson, roles: ['planner'] };
  expect(ranked(aTeam(), { of: forPlanners })[0]?.score).toBe(0.5);
  expect(ranked(aTeam())[0]?.score).toBe(1);
});

test('a lesson is as relevant as its nearest case, in whatever order the cases stand', () => {
  const cases = [
    aCaseTraits({ id: 'far', inputs: [], countries: [] }),
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
  expect(ranked({ ...strange, signals })[0]).toMatchObject({ score: 0.4, urgency: { signalId: 3 } });
  expect(ranked(strange)[0]?.score).toBeLessThan(usualWeights.least);
});

test('a signal about something else changes nothing', () => {
  const signals = [{ id: 3, topic: 'route', word: 'suez' }] as const;
  expect(ranked(aTeam({ signals }))).toEqual(ranked(aTeam()));
});
