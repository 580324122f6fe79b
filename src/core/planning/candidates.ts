import type { CaseRelevance } from '#core/exposure/lesson-relevance.ts';
import { wantedForms } from './meeting-form.ts';
import { type NextAssigned, nextAssigned } from './next-assigned.ts';
import type { Occasion, PlannableLesson, PlannedPerson } from './planner-types.ts';
import type { TeamSituation } from './team-situation.ts';
import { type Asked, type Reader, whatToAsk } from './what-to-ask.ts';

/** A nudge that could be sent to this person today. */
export type Candidate = Asked & {
  personId: number;
  lesson: PlannableLesson;
  /** What a unit of this person's recall is worth: relevance, urgency and stake together. */
  weight: number;
  relevance: CaseRelevance;
  occasion: Occasion;
};

/** Every nudge this person could get today, in the order of the lessons. */
export function candidatesFor(
  person: PlannedPerson,
  situation: TeamSituation,
  lessons: readonly PlannableLesson[],
): Candidate[] {
  const assigned = nextAssigned(person, situation.team.assignments, situation.on);
  return lessons.flatMap((lesson) =>
    assigned?.lessonId === lesson.id
      ? assignedCandidate(person, situation, lesson, assigned)
      : freeCandidates(person, situation, lesson),
  );
}

function assignedCandidate(
  person: PlannedPerson,
  situation: TeamSituation,
  lesson: PlannableLesson,
  { assignmentId, reminded }: NextAssigned,
): Candidate[] {
  const cases = situation.casesFor(lesson, person.role);
  const reader = readerOf(person, situation, lesson);
  // A module is for learning its rules; its steps come when their turn does.
  const wanted = wantedForms(reader.ofLesson, situation.on, false).at(-1) ?? 'recall';
  return candidate(person, lesson, cases, whatToAsk(wanted, lesson, cases, reader), {
    kind: 'assigned',
    assignmentId,
    reminded,
  });
}

function freeCandidates(person: PlannedPerson, situation: TeamSituation, lesson: PlannableLesson): Candidate[] {
  if (person.notRelevant.includes(lesson.id)) return [];
  const cases = situation.casesFor(lesson, person.role);
  const relevant = cases.filter((entry) => entry.score >= situation.weights.least);
  const nearest = relevant[0];
  if (!nearest) return [];
  const reader = readerOf(person, situation, lesson);
  const wanted = wantedForms(reader.ofLesson, situation.on, true);
  if (wanted.length === 0) return [];
  const remembered = anniversaryAmong(lesson, relevant, situation);
  if (remembered) return anniversaryCandidate(person, lesson, remembered, reader);
  const signalId = nearest.urgency.signalId;
  if (signalId === null)
    return wanted.flatMap((form) =>
      candidate(person, lesson, cases, whatToAsk(form, lesson, cases, reader), { kind: 'memory' }),
    );
  // News asks for the story behind it, even of a lesson met before.
  return candidate(person, lesson, cases, whatToAsk('case', lesson, cases, reader), { kind: 'signal', signalId });
}

type Remembered = { relevance: CaseRelevance; years: number };

/** The nearest case of the lesson whose event has its anniversary this week, weighted for it. */
function anniversaryAmong(
  lesson: PlannableLesson,
  relevant: readonly CaseRelevance[],
  situation: TeamSituation,
): Remembered | null {
  for (const entry of relevant) {
    const startedOn = lesson.cases.find((traits) => traits.id === entry.caseId)?.startedOn ?? '';
    const years = situation.anniversary(startedOn);
    if (years !== null) return { relevance: { ...entry, weight: entry.weight * situation.weights.anniversary }, years };
  }
  return null;
}

function anniversaryCandidate(
  person: PlannedPerson,
  lesson: PlannableLesson,
  { relevance, years }: Remembered,
  reader: Reader,
): Candidate[] {
  const cases = [relevance];
  const ofCase = { ...lesson, questions: lesson.questions.filter((entry) => entry.caseId === relevance.caseId) };
  return candidate(person, lesson, cases, whatToAsk('case', ofCase, cases, reader), { kind: 'anniversary', years });
}

/** Reasons and worth are those of the very case that is told, which need not be the nearest of its lesson: that may have been told before. */
function candidate(
  person: PlannedPerson,
  lesson: PlannableLesson,
  cases: readonly CaseRelevance[],
  asked: Asked | null,
  occasion: Occasion,
): Candidate[] {
  const nearest = cases[0];
  if (!asked || !nearest) return [];
  const relevance = cases.find((entry) => entry.caseId === asked.caseId) ?? nearest;
  // A question tests the rule whatever its setting, so it is worth what the lesson is; a story is worth what its own case is.
  const worth = asked.kind === 'case' ? relevance.weight : nearest.weight;
  return [{ personId: person.id, lesson, ...asked, relevance, weight: lesson.stake * worth, occasion }];
}

function readerOf(person: PlannedPerson, { on }: TeamSituation, lesson: PlannableLesson): Reader {
  return {
    on,
    role: person.role,
    ofLesson: person.past.filter((nudge) => nudge.lessonId === lesson.id),
    all: person.past,
  };
}
