import type { Condition } from '#core/exposure/condition.ts';
import { type ExposureItem, notAsked } from '#core/exposure/exposure.ts';
import type { CaseTraits } from '#core/exposure/relevance.ts';
import { uncalibrated } from '#core/memory/calibration.ts';
import { dayMs, type Memory } from '#core/memory/forgetting-curve.ts';
import { usualModel } from '#core/memory/memory-model.ts';
import { officeHours } from '#core/planning/calendar/work-time.ts';
import type { PastNudge, PlannableLesson, PlannedPerson, PlannedTeam } from '#core/planning/planner-types.ts';
import { worthTableFor } from '#core/planning/worth-of-asking.ts';
import { seededRandom } from '../demo/seeded-random.ts';

const roles = ['buyer', 'planner', 'quality', 'logistics', 'engineering', 'it', 'finance', 'legal'];
const countries = ['JP', 'CN', 'US', 'DE', 'KR', 'TW', 'IN', 'NL'];
const words = (kind: string, count: number) => Array.from({ length: count }, (_, index) => `${kind}-${index}`);
const inputs = words('input', 60);
const families = words('family', 20);
const routes = words('route', 15);
const conditions: readonly Condition[] = [
  { stock: 'short' },
  { suppliers: 'one' },
  { makers: 'unseen' },
  { routes: 'any' },
];
const workTime = officeHours('Asia/Tokyo', '08:30');

type Draw = {
  one: <T>(from: readonly T[]) => T;
  some: <T>(from: readonly T[], share: number) => T[];
  number: (most: number) => number;
};

function drawFrom(seed: number): Draw {
  const random = seededRandom(seed);
  return {
    one: (from) => {
      const entry = from[Math.floor(random() * from.length)];
      if (entry === undefined) throw new RangeError('There is nothing to draw from.');
      return entry;
    },
    some: (from, share) => from.filter(() => random() < share),
    number: (most) => Math.floor(random() * most),
  };
}

/** Lessons of two cases each, with inputs, routes and countries drawn at random. */
export function generatedLessons(count: number): PlannableLesson[] {
  const draw = drawFrom(11);
  return Array.from({ length: count }, (_, index) => {
    const id = `lesson-${index}`;
    const cases = [1, 2].map((number) => generatedCase(`${id}-case-${number}`, draw));
    return {
      id,
      stake: 1 + draw.number(3),
      roleGrades: new Map([3, 2, 2].map((grade) => [draw.one(roles), grade])),
      reach: 1,
      when: [draw.one(conditions)],
      licensed: new Set<string>(),
      cases,
      questions: cases.flatMap((entry) =>
        [1, 2].map((number) => ({
          id: `${entry.id}/${number}`,
          caseId: entry.id,
          roles: entry.roles,
          askedUntil: null,
          toldUntil: null,
        })),
      ),
      comparisons: [{ id: `compare/${id}`, left: `${id}-case-1`, right: `${id}-case-2` }],
      steps: [{ id: `apply/${id}/step`, roles }],
    };
  });
}

function generatedCase(id: string, draw: Draw): CaseTraits {
  const country = draw.one(countries);
  return {
    id,
    inputs: [draw.one(inputs), draw.one(inputs)],
    routes: draw.some(routes, 0.05),
    systems: [],
    countries: [country],
    supply: [country],
    families: [draw.one(families)],
    sectors: [`sector-${draw.number(8)}`],
    hazards: ['natural'],
    dependencies: [draw.one(['single-source', 'single-country', 'hidden-tier2'])],
    roles: [draw.one(roles), draw.one(roles)],
    startedOn: `${2000 + draw.number(25)}-0${1 + draw.number(9)}-1${draw.number(9)}`,
  };
}

/** Teams of ten who have been at it for a while: each person has met some lessons and had some mail. `now` is epoch milliseconds. */
export function generatedTeams(
  people: number,
  lessons: readonly PlannableLesson[],
  now: number,
  on: string,
): PlannedTeam[] {
  return Array.from({ length: people / 10 }, (_, index) => generatedTeam(index + 1, lessons, now, on));
}

/** The team of this id, always the same. `now` is epoch milliseconds, `on` its local date. */
export function generatedTeam(id: number, lessons: readonly PlannableLesson[], now: number, on: string): PlannedTeam {
  const draw = drawFrom(id);
  const exposure = {
    sector: `sector-${draw.number(8)}`,
    items: Array.from({ length: 6 }, (_, index) => generatedItem(`Item ${index}`, draw)),
    routes: draw.some(routes, 0.15),
    systems: [],
    sites: [{ name: 'Plant', country: draw.one(countries) }],
    home: [],
  };
  const people = Array.from({ length: 10 }, (_, index) => generatedPerson(id * 10 + index, lessons, now, on, draw));
  return {
    id,
    name: `Team ${id}`,
    workTime,
    exposure,
    textLikeness: new Map(),
    model: usualModel,
    worth: worthTableFor(usualModel),
    people,
    assignments: [],
    signals: [],
  };
}

function generatedItem(name: string, draw: Draw): ExposureItem {
  return {
    name,
    input: draw.one(inputs),
    family: draw.one(families),
    origin: draw.one(countries),
    share: 0.5 + draw.number(50) / 100,
    suppliers: 1 + draw.number(3),
    tiersMapped: draw.number(3),
    stockDays: draw.number(60),
    recoveryDays: 10 + draw.number(200),
    alternative: draw.one(['none', 'known', 'qualified', 'tested']),
    essential: 'unknown',
    lead: 'unknown',
    leak: 'unknown',
    upheaval: 'unknown',
    ...notAsked,
  };
}

function generatedPerson(
  id: number,
  lessons: readonly PlannableLesson[],
  now: number,
  on: string,
  draw: Draw,
): PlannedPerson {
  const met = draw.some(lessons, 0.1);
  const memory = new Map(
    met.map((lesson): [string, Memory] => [
      lesson.id,
      { stability: 2 + draw.number(80), difficulty: 5, metAt: now - (7 + draw.number(200)) * dayMs },
    ]),
  );
  const today = Temporal.PlainDate.from(on);
  const past = met.map((lesson, index): PastNudge => {
    const first = lesson.questions[0];
    const day = today.subtract({ days: 7 * (met.length - index) });
    return {
      on: day.toString(),
      lessonId: lesson.id,
      questionId: first?.id ?? '',
      caseId: first?.caseId ?? '',
      kind: 'case',
      answer: 'a',
      read: false,
    };
  });
  return {
    id,
    name: `Person ${id}`,
    role: draw.one(roles),
    workTime,
    pace: 'weekly',
    paceChosenOn: null,
    joinedYear: 2000 + draw.number(26),
    leavesOn: null,
    unreachable: null,
    pausedUntil: null,
    notRelevant: [],
    past,
    memory,
    answersGiven: new Map(),
    record: uncalibrated,
    answerRate: 0.6,
  };
}
