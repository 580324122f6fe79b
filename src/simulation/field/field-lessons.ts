import { notAsked, type TeamExposure } from '#core/exposure/exposure.ts';
import { relevantCases } from '#core/exposure/lesson-relevance.ts';
import type { CaseTraits } from '#core/exposure/relevance.ts';
import { usualWeights } from '#core/exposure/weights.ts';
import type { PlannableLesson } from '#core/planning/planner-types.ts';
import { chance, uses } from '../chance.ts';

/** Words that teams and cases may share; made up, and so many that about half of the lessons concern a team. */
const words = (kind: string, count: number): [string, ...string[]] => [
  `${kind} 1`,
  ...Array.from({ length: count - 1 }, (_, index) => `${kind} ${index + 2}`),
];
const inputs = words('input', 12);
const countries = words('country', 10);
const routes = words('route', 8);
const systems = words('system', 8);
const sectors = words('sector', 4);
export const fieldRoles = ['buyer', 'planner', 'quality'] as const;

/** The same word for the same seed, number and place. */
function drawn<Word>(among: readonly [Word, ...Word[]], seed: number, number: number, place: number): Word {
  return among[Math.floor(chance(seed, uses.fieldRelevance, number, place) * among.length)] ?? among[0];
}

/** Two cases a lesson, two questions a case, one comparison and one step, as the library has them. */
export function fieldLesson(seed: number, number: number): PlannableLesson {
  const id = `lesson-${String(number).padStart(2, '0')}`;
  const cases = [1, 2].map((place) => fieldCase(seed, `${id}-case-${place}`, 8 * number + place));
  return {
    id,
    stake: 1 + Math.floor(3 * chance(seed, uses.fieldRelevance, number, 90)),
    roleGrades: new Map(
      fieldRoles.map((role, place) => [role, chance(seed, uses.fieldRelevance, number, 91 + place) < 0.6 ? 3 : 0]),
    ),
    reach: 1,
    when: [{ stock: 'short' }],
    licensed: new Set(),
    cases,
    questions: cases.flatMap((entry) =>
      [1, 2].map((place) => ({
        id: `${entry.id}/${place}`,
        caseId: entry.id,
        roles: fieldRoles,
        askedUntil: null,
        toldUntil: null,
      })),
    ),
    comparisons: [{ id: `${id}/comparison`, left: `${id}-case-1`, right: `${id}-case-2` }],
    steps: [{ id: `${id}/step`, roles: fieldRoles }],
  };
}

function fieldCase(seed: number, id: string, number: number): CaseTraits {
  const year = 2004 + Math.floor(20 * chance(seed, uses.fieldRelevance, number, 20));
  const month = 1 + Math.floor(12 * chance(seed, uses.fieldRelevance, number, 21));
  const country = drawn(countries, seed, number, 25);
  return {
    id,
    inputs: [drawn(inputs, seed, number, 22)],
    families: [],
    routes: [drawn(routes, seed, number, 23)],
    systems: [drawn(systems, seed, number, 24)],
    countries: [country],
    supply: [country],
    sectors: [drawn(sectors, seed, number, 26)],
    hazards: [],
    dependencies: [],
    roles: [drawn(fieldRoles, seed, number, 27)],
    startedOn: `${year}-${String(month).padStart(2, '0')}-15`,
  };
}

export function fieldExposure(seed: number, team: number): TeamExposure {
  const at = 5000 + team;
  const items = [0, 1].map((place) => ({
    name: `item ${place}`,
    input: drawn(inputs, seed, at, place),
    family: null,
    origin: drawn(countries, seed, at, 10 + place),
    share: 0.9,
    suppliers: 2,
    tiersMapped: null,
    stockDays: 20 + place,
    recoveryDays: 90,
    alternative: 'known' as const,
    essential: 'unknown' as const,
    lead: 'unknown' as const,
    leak: 'unknown' as const,
    upheaval: 'unknown' as const,
    ...notAsked,
  }));
  return {
    sector: drawn(sectors, seed, at, 20),
    items,
    routes: [drawn(routes, seed, at, 21)],
    systems: [drawn(systems, seed, at, 22)],
    sites: [],
    home: [],
  };
}

/** What a lesson weighs for a team by its files, without quiet and anniversaries; 0 where it does not concern it. */
export function weightOnFile(lesson: PlannableLesson, exposure: TeamExposure, role: string): number {
  const team = { exposure, textLikeness: new Map<string, number>(), joinedYears: [], signals: [] };
  const [nearest] = relevantCases(lesson, team, role, () => 0, usualWeights);
  return nearest && nearest.score >= usualWeights.least ? lesson.stake * nearest.score : 0;
}
