import { caseRelevance, lessonRelevance, type Relevance, type RelevanceReason } from '../exposure/relevance.ts';
import { localDaysBetween } from './calendar.ts';
import { leastGapDays } from './pace.ts';
import type { NudgeKind, PlannableLesson, PlannedAssignment, PlannedPerson, PlannedTeam } from './world.ts';

/** A nudge that could be sent to this person today. */
export type Candidate = {
  personId: number;
  lessonId: string;
  kind: NudgeKind;
  caseId: string;
  questionId: string;
  relevance: Relevance;
  assignmentId: number | null;
};

/** Lessons less relevant than this are noise to a person, unless a trainer assigned them. One shared input, or a country and a role, reach it. */
export const leastRelevance = 0.2;

/** A lesson rests at least this long before it is asked again: below it a question measures the last mail, not memory (Cepeda 2008: 5 to 10 % of the wished-for interval). */
export const leastRestDays = 14;

/** Whether today is a day on which this person may get mail at all. */
export function mayGetMail(person: PlannedPerson, on: string): boolean {
  if (person.pausedUntil && on <= person.pausedUntil) return false;
  const last = person.past.at(-1);
  return !last || localDaysBetween(last.on, on) >= leastGapDays[person.pace];
}

/** Every nudge this person could get today, in the order of the lessons. */
export function candidatesFor(
  person: PlannedPerson,
  team: PlannedTeam,
  lessons: readonly PlannableLesson[],
  on: string,
): Candidate[] {
  const assigned = nextAssigned(person, team.assignments, on);
  return lessons.flatMap((lesson) => {
    const isAssigned = assigned?.lessonId === lesson.id;
    if (person.notRelevant.includes(lesson.id) && !isAssigned) return [];
    const { caseId, relevance } = lessonRelevance(lesson, team.exposure, person.role);
    if (!caseId || (relevance.score < leastRelevance && !isAssigned)) return [];
    const question = nextQuestion(person, lesson, caseId, on, isAssigned);
    if (!question) return [];
    const told = question.kind === 'case' ? reasonsFor(lesson, question.caseId, team, person) : relevance.reasons;
    return [
      {
        personId: person.id,
        lessonId: lesson.id,
        relevance: { ...relevance, reasons: told },
        ...question,
        assignmentId: isAssigned ? assigned.assignmentId : null,
      },
    ];
  });
}

/** Reasons of the very case that is told, which need not be the most relevant one of its lesson: that may have been told before. */
function reasonsFor(
  lesson: PlannableLesson,
  caseId: string,
  team: PlannedTeam,
  person: PlannedPerson,
): RelevanceReason[] {
  const traits = lesson.cases.find((entry) => entry.id === caseId);
  return traits ? caseRelevance(traits, team.exposure, person.role).reasons : [];
}

/** The first lesson of the module due soonest that this person has not been sent since it was assigned. */
export function nextAssigned(
  person: PlannedPerson,
  assignments: readonly PlannedAssignment[],
  on: string,
): { lessonId: string; assignmentId: number } | null {
  const open = assignments.filter((assignment) => assignment.from <= on && on <= assignment.dueOn);
  const bySoonest = [...open].sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.id - b.id);
  for (const assignment of bySoonest) {
    const lessonId = assignment.lessonIds.find(
      (id) => !person.past.some((past) => past.lessonId === id && past.on >= assignment.from),
    );
    if (lessonId) return { lessonId, assignmentId: assignment.id };
  }
  return null;
}

type NextQuestion = Pick<Candidate, 'kind' | 'caseId' | 'questionId'>;

/**
 * The story with its own question while the person has not met the lesson; afterwards the question
 * asked longest ago, so that no question comes twice before all have come once.
 */
function nextQuestion(
  person: PlannedPerson,
  lesson: PlannableLesson,
  caseId: string,
  on: string,
  assigned: boolean,
): NextQuestion | null {
  const past = person.past.filter((nudge) => nudge.lessonId === lesson.id);
  const last = past.at(-1);
  if (!last) return firstStory(person, lesson, caseId);
  if (!assigned && localDaysBetween(last.on, on) < leastRestDays) return null;
  const lastAsked = (questionId: string) => past.findLast((nudge) => nudge.questionId === questionId)?.on ?? '';
  const fresh = [...lesson.questions].sort(
    (a, b) => lastAsked(a.id).localeCompare(lastAsked(b.id)) || a.id.localeCompare(b.id),
  )[0];
  return fresh ? { kind: 'recall', caseId: fresh.caseId, questionId: fresh.id } : null;
}

/** The most relevant case's story and question; when that case was already told for another lesson, one that was not. */
function firstStory(person: PlannedPerson, lesson: PlannableLesson, caseId: string): NextQuestion | null {
  const told = (question: { caseId: string }) =>
    person.past.some((nudge) => nudge.kind === 'case' && nudge.caseId === question.caseId);
  const best = lesson.questions.filter((question) => question.caseId === caseId);
  const question =
    best.find((entry) => !told(entry)) ??
    lesson.questions.find((entry) => !told(entry)) ??
    best[0] ??
    lesson.questions[0];
  if (!question) return null;
  return { kind: told(question) ? 'recall' : 'case', caseId: question.caseId, questionId: question.id };
}
