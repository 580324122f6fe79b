import { isEligible } from '#core/planning/eligibility.ts';
import { mostPeopleADay } from '#core/planning/pace.ts';
import type { PlannableLesson, PlannedPerson } from '#core/planning/planner-types.ts';
import { seededOrder } from '#core/planning/seeded-order.ts';
import { paceNow } from '#core/planning/silence.ts';
import type { FieldMail, FieldMorning } from '../field-rule.ts';

/** How much a lesson deserves this person's mail this morning; zero or less, and it is not due. `lesson` is its number. */
export type FieldPriority = (person: PlannedPerson, lesson: number, morning: FieldMorning) => number;

/**
 * A rule that looks at each person alone: whoever waited longest goes first, as many a morning as the planner may write to, each with the
 * lesson of highest priority; among equals each has an order of their own, so that a team does not learn in step. It needs no rest and knows no forms: the first meeting is a case, every later one a question.
 */
export function oneForEach(priority: FieldPriority): (morning: FieldMorning) => FieldMail[] {
  return (morning) => {
    const { team, on } = morning;
    const most = mostPeopleADay(team.people.map(({ pace }) => pace));
    const waiting = seededOrder(eligibleIn(morning), ({ id }) => id, on).sort((a, b) =>
      (a.past.at(-1)?.on ?? '').localeCompare(b.past.at(-1)?.on ?? ''),
    );
    const mails: FieldMail[] = [];
    for (const person of waiting) {
      if (mails.length === most) break;
      const lesson = bestLesson(person, morning, priority);
      if (lesson) mails.push(mailOf(person, lesson));
    }
    return mails;
  };
}

export function eligibleIn({ team, on }: FieldMorning): PlannedPerson[] {
  return team.people.filter((person) => isEligible(person, paceNow(person), on));
}

function bestLesson(person: PlannedPerson, morning: FieldMorning, priority: FieldPriority): PlannableLesson | null {
  let best: PlannableLesson | null = null;
  let highest = 0;
  const numbers = [...morning.lessons.keys()];
  for (const number of seededOrder(numbers, (entry) => entry, `${person.id}`)) {
    const worth = priority(person, number, morning);
    if (worth <= highest) continue;
    highest = worth;
    best = morning.lessons[number] ?? null;
  }
  return best;
}

/** The question of a lesson that was asked longest ago, or never. */
export function mailOf(person: PlannedPerson, lesson: PlannableLesson): FieldMail {
  const met = person.past.filter((nudge) => nudge.lessonId === lesson.id);
  const question = lesson.questions[met.length % lesson.questions.length];
  return {
    personId: person.id,
    lessonId: lesson.id,
    caseId: question?.caseId ?? '',
    questionId: question?.id ?? '',
    kind: met.length === 0 ? 'case' : 'recall',
  };
}
