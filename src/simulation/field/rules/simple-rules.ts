import type { SimpleRuleId } from '#core/evidence/field-evidence.ts';
import { retrievability, usualCurve } from '#core/memory/forgetting-curve.ts';
import { localDaysBetween } from '#core/planning/calendar/calendar.ts';
import { leastGapDays } from '#core/planning/pace.ts';
import type { PlannedPerson } from '#core/planning/planner-types.ts';
import type { FieldMorning, FieldRule } from '../field-rule.ts';
import { type FieldPriority, oneForEach } from './one-for-each.ts';

const simple = (id: SimpleRuleId, priority: FieldPriority): FieldRule => ({
  id,
  fits: false,
  choose: oneForEach(priority),
});

/** Believed chance of recall now, by FSRS-6 as it usually is. */
function believed(person: PlannedPerson, lesson: number, { lessons, now }: FieldMorning): number {
  return retrievability(person.memory.get(lessons[lesson]?.id ?? '') ?? null, now, usualCurve);
}

function concerns(person: PlannedPerson, lesson: number, { onFile }: FieldMorning): boolean {
  return onFile(person.id, lesson) > 0;
}

export const nothing: FieldRule = { id: 'nothing', fits: false, choose: () => [] };

/** The same lesson for everybody, another each week or month, whomever it concerns. */
export const newsletter = simple('newsletter', (person, lesson, { day, lessons }) =>
  lesson === Math.floor(day / leastGapDays[person.pace]) % lessons.length ? 1 : 0,
);

/** Of the lessons that concern them, the one sent longest ago. */
export const roundRobin = simple('round-robin-relevant', (person, lesson, morning) => {
  if (!concerns(person, lesson, morning)) return 0;
  const id = morning.lessons[lesson]?.id;
  const last = person.past.findLast(({ lessonId }) => lessonId === id);
  return last ? localDaysBetween(last.on, morning.on) : longAgo;
});

/** Days; longer than any trial. */
const longAgo = 10_000;

/** Whatever has fallen to 90 %, the lowest first. */
export const fsrs90 = simple('fsrs-90', (person, lesson, morning) => {
  const recall = believed(person, lesson, morning);
  return concerns(person, lesson, morning) && recall <= 0.9 ? 1 - recall : 0;
});

export const lowestRecall = simple('lowest-recall', (person, lesson, morning) =>
  concerns(person, lesson, morning) ? 1 - believed(person, lesson, morning) : 0,
);

export const lowestRecallWeighted = simple(
  'lowest-recall-weighted',
  (person, lesson, morning) => morning.onFile(person.id, lesson) * (1 - believed(person, lesson, morning)),
);
