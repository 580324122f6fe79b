import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { enoughOf, filledPlaces } from '#core/memory/team-memory.ts';
import { everyoneShare, horizonDays, meanMailsAWeek, needs, onceAsked, type RecallCurve, recallCurve } from './need.ts';

const everyone = everyoneShare(1);

const chance = fc.double({ min: 0, max: 1, noNaN: true });
const curve = fc.tuple(...horizonDays.map(() => chance));
const teams = fc.array(curve, { minLength: 1, maxLength: 9 });

/** What a team's memory of a lesson is worth: filled places and the share of everyone, averaged over the horizon. */
function memoryValue(curves: readonly RecallCurve[]): number {
  const days = horizonDays.map((_, day) => {
    const chances = curves.map((one) => one[day] ?? 0);
    const mean = chances.reduce((sum, value) => sum + value, 0) / chances.length;
    return (1 - everyone) * filledPlaces(chances, enoughOf(chances.length)) + everyone * mean;
  });
  return days.reduce((sum, value) => sum + value, 0) / days.length;
}

test('a rise of one person’s recall raises the team’s memory by need times rise', () => {
  fc.assert(
    fc.property(teams, chance, fc.nat(), (curves, share, drawn) => {
      const person = drawn % curves.length;
      const room = Math.min(...(curves[person] ?? []).map((value) => 1 - value));
      const raised = curves.map((one, index) => (index === person ? one.map((value) => value + share * room) : one));
      const rise = memoryValue(raised) - memoryValue(curves);
      expect(rise).toBeCloseTo((needs(curves, everyone)[person] ?? 0) * share * room, 9);
    }),
  );
});

test('the need for one person falls when a colleague was asked, and never below the part that counts everyone', () => {
  fc.assert(
    fc.property(teams, (curves) => {
      const [first, ...others] = curves;
      const asked = needs([onceAsked(first ?? []), ...others], everyone);
      for (const [person, need] of needs(curves, everyone).entries()) {
        expect(asked[person] ?? 1).toBeLessThanOrEqual(need + 1e-12);
        expect(asked[person] ?? 0).toBeGreaterThanOrEqual(everyone / curves.length - 1e-12);
      }
    }),
  );
});

test('of somebody who knows nothing in a team that knows nothing, half a place is needed and not none', () => {
  const nobody = horizonDays.map(() => 0);
  expect(needs([nobody, nobody, nobody], everyone)[0]).toBeCloseTo((1 - everyone) / 2 + everyone / 3, 12);
});

test('whoever is all of a team is needed whole, as nobody else could recall for them', () => {
  fc.assert(
    fc.property(curve, (own) => {
      expect(needs([own], everyone)[0]).toBeCloseTo(1, 12);
    }),
  );
});

test('whoever will have left is not needed on the days after', () => {
  const now = Date.parse('2026-11-24T08:30:00Z');
  const leaving = recallCurve(() => 0.5, now, now + 30 * dayMs);
  const staying = recallCurve(() => 0.5, now);
  expect(leaving).toEqual([0.5, 0.5, null, null]);
  const [ofLeaving = 0, ofStaying = 0] = needs([leaving, staying], everyone);
  expect(ofLeaving).toBeLessThan(ofStaying / 1.5);
});

test('the less mail a team gets, the more each person counts and the less the second keeper', () => {
  const shares = [['weekly', 'weekly'] as const, ['weekly', 'fortnightly'] as const, ['monthly'] as const].map(
    (paces) => everyoneShare(meanMailsAWeek(paces)),
  );
  expect(shares[0]).toBeCloseTo(0.6, 12);
  expect(shares[1]).toBeCloseTo(0.7, 12);
  expect(shares[2]).toBeCloseTo(0.9, 12);
});
