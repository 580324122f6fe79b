import fc from 'fast-check';
import { type ExposureItem, notAsked, type TeamExposure } from '#core/exposure/exposure.ts';
import type { CaseTraits } from '#core/exposure/relevance.ts';
import { usualWeights } from '#core/exposure/weights.ts';
import { uncalibrated } from '#core/memory/calibration.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { usualModel } from '#core/memory/memory-model.ts';
import type { AssignedTo } from '#core/planning/assigned-to.ts';
import { officeHours } from '#core/planning/calendar/work-time.ts';
import { paces } from '#core/planning/pace.ts';
import type { TeamDay } from '#core/planning/plan-team-day.ts';
import type { PlannableLesson, PlannedPerson, PlannedTeam, UnreachableReason } from '#core/planning/planner-types.ts';
import { worthTableFor } from '#core/planning/worth-of-asking.ts';

/** Monday to Friday in UTC, mail at half past eight. */
export const aWorkTime = officeHours('Etc/UTC', '08:30');

/** A Tuesday. */
export const aDay = '2026-11-24';
export const aMorning = Date.parse('2026-11-24T07:30:00Z');

export function aPlannedPerson(id: number, traits: Partial<PlannedPerson> = {}): PlannedPerson {
  const usual = {
    name: `Person ${id}`,
    role: 'buyer',
    workTime: aWorkTime,
    pace: 'weekly',
    paceChosenOn: null,
    joinedYear: null,
    leavesOn: null,
    unreachable: null,
    pausedUntil: null,
    notRelevant: [],
    past: [],
    memory: new Map(),
    answersGiven: new Map(),
    record: uncalibrated,
    answerRate: 0.6,
  } as const;
  return { id, ...usual, ...traits };
}

/** Microcontrollers from one Japanese maker. */
export function anItem(traits: Partial<ExposureItem> = {}): ExposureItem {
  return {
    name: 'Brake controller',
    input: 'microcontrollers',
    family: 'chip',
    origin: 'JP',
    share: 0.9,
    suppliers: 1,
    tiersMapped: null,
    stockDays: 10,
    recoveryDays: 90,
    alternative: 'none',
    essential: 'unknown',
    lead: 'unknown',
    leak: 'unknown',
    upheaval: 'unknown',
    ...notAsked,
    ...traits,
  };
}

export function anExposure(items: ExposureItem[], traits: Partial<TeamExposure> = {}): TeamExposure {
  return { sector: 'motor', items, routes: [], systems: [], sites: [], home: [], ...traits };
}

/** A flood in Japan that stopped the makers of microcontrollers. */
export function aCaseTraits(traits: Partial<CaseTraits> = {}): CaseTraits {
  return {
    id: 'flood',
    inputs: ['microcontrollers'],
    families: ['chip'],
    routes: [],
    systems: [],
    countries: ['JP'],
    supply: ['JP'],
    sectors: ['motor'],
    hazards: ['natural'],
    dependencies: ['single-site'],
    roles: ['buyer'],
    startedOn: '2011-10',
    ...traits,
  };
}

/** A team in UTC that buys microcontrollers from Japan. */
export function aPlannedTeam(people: readonly PlannedPerson[], traits: Partial<PlannedTeam> = {}): PlannedTeam {
  return {
    id: 1,
    name: 'Motors',
    workTime: aWorkTime,
    exposure: anExposure([anItem()]),
    textLikeness: new Map(),
    model: usualModel,
    worth: worthTableFor(usualModel),
    people,
    assignments: [],
    signals: [],
    ...traits,
  };
}

/** What a question says holds without an end. */
const holdsOn = { askedUntil: null, toldUntil: null };

/** A lesson taught by `cases`, with two questions of each (`keep-stock/flood/1`). */
export function aPlannableLesson(
  id: string,
  cases: readonly string[] = ['flood', 'fire'],
  traits: Partial<PlannableLesson> = {},
): PlannableLesson {
  return {
    id,
    stake: 3,
    roleGrades: new Map([
      ['buyer', 3],
      ['planner', 2],
    ]),
    reach: 2,
    when: [{ stock: 'short' }],
    licensed: new Set(),
    cases: cases.map((caseId) => aCaseTraits({ id: caseId })),
    questions: cases.flatMap((caseId) =>
      [1, 2].map((number) => ({ id: `${id}/${caseId}/${number}`, caseId, roles: ['buyer'], ...holdsOn })),
    ),
    comparisons: [],
    steps: [{ id: `apply/${id}/buyer`, roles: ['buyer', 'planner'] }],
    ...traits,
  };
}

export const threeLessons = [
  aPlannableLesson('keep-stock'),
  aPlannableLesson('know-your-maker', ['flood', 'storm']),
  aPlannableLesson('second-source', ['fire', 'storm']),
];

export function aTeamDay(people: readonly PlannedPerson[], traits: Partial<TeamDay> = {}): TeamDay {
  return {
    team: aPlannedTeam(people),
    lessons: threeLessons,
    on: aDay,
    now: aMorning,
    seed: 'test',
    weights: usualWeights,
    ...traits,
  };
}

const memories = fc.record({
  stability: fc.double({ min: 0.1, max: 400, noNaN: true }),
  difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
  metAt: fc.integer({ min: 1, max: 300 }).map((days) => aMorning - days * dayMs),
});

/** Nudges of the past year, in order, as the store would give them. */
const pasts = fc
  .uniqueArray(fc.integer({ min: 1, max: 300 }), { maxLength: 6 })
  .chain((days) =>
    fc.tuple(
      ...[...days]
        .sort((a, b) => b - a)
        .map((daysAgo) => fc.tuple(fc.constant(daysAgo), fc.constantFrom(...threeLessons), fc.nat({ max: 3 }))),
    ),
  )
  .map((entries) =>
    entries.flatMap(([daysAgo, lesson, index]) => {
      const question = lesson.questions[index];
      const on = Temporal.PlainDate.from(aDay).subtract({ days: daysAgo }).toString();
      return question
        ? [
            {
              on,
              lessonId: lesson.id,
              questionId: question.id,
              caseId: question.caseId,
              kind: 'recall' as const,
              answer: null,
              read: false,
            },
          ]
        : [];
    }),
  );

const people = fc.record({
  role: fc.constantFrom('buyer', 'planner', 'hr'),
  pace: fc.constantFrom(...paces),
  unreachable: fc.option(fc.constantFrom<UnreachableReason>('unsubscribed', 'refused'), { freq: 6 }),
  pausedUntil: fc.option(fc.constantFrom('2026-11-20', aDay, '2026-12-24')),
  notRelevant: fc.subarray(threeLessons.map((lesson) => lesson.id)),
  past: pasts,
  memory: fc
    .dictionary(fc.constantFrom(...threeLessons.map((lesson) => lesson.id)), memories)
    .map((entries) => new Map(Object.entries(entries))),
  answerRate: fc.double({ min: 0, max: 1, noNaN: true }),
});

const assignments = fc.array(
  fc.record({
    lessonIds: fc.shuffledSubarray(
      threeLessons.map((lesson) => lesson.id),
      { minLength: 1 },
    ),
    from: fc.constantFrom('2026-10-01', aDay),
    dueOn: fc.constantFrom('2026-11-20', aDay, '2026-12-31'),
    to: fc.oneof(
      fc.constant<AssignedTo>({ kind: 'team' }),
      fc.subarray(['buyer', 'planner', 'hr']).map((roles): AssignedTo => ({ kind: 'roles', roles })),
      fc.subarray([1, 2, 3, 4]).map((ids): AssignedTo => ({ kind: 'people', personIds: new Set(ids) })),
    ),
    remindedOn: fc
      .dictionary(fc.constantFrom('1', '2', '3'), fc.constantFrom('2026-10-20', '2026-11-18', aDay))
      .map((days) => new Map(Object.entries(days).map(([id, on]) => [Number(id), on]))),
  }),
  { maxLength: 2 },
);

/** Mornings of teams of up to nine, with any history, memory, pauses and assignments. */
export const teamDays: fc.Arbitrary<TeamDay> = fc
  .record({ people: fc.array(people, { maxLength: 9 }), assignments, seed: fc.string({ maxLength: 4 }) })
  .map((drawn) => ({
    team: aPlannedTeam(
      drawn.people.map((person, index) => aPlannedPerson(index + 1, person)),
      {
        assignments: drawn.assignments.map((assignment, index) => ({
          id: index + 1,
          moduleId: 'module',
          ...assignment,
        })),
      },
    ),
    lessons: threeLessons,
    on: aDay,
    now: aMorning,
    seed: drawn.seed,
    weights: usualWeights,
  }));
