import { afterAnswerOf, type Calibration, uncalibrated } from '#core/memory/calibration.ts';
import type { ObservedAnswer } from '#core/memory/fit-model.ts';
import { daysBetween, type Memory, retrievability } from '#core/memory/forgetting-curve.ts';
import type { MemoryModel } from '#core/memory/memory-model.ts';
import type { Practice } from '#core/memory/practice.ts';
import { afterReading } from '#core/memory/reading.ts';
import { afterAnswer, type Recollection } from '#core/memory/recollection.ts';
import { askedBy, type NudgeKind } from '#core/planning/nudge-kinds.ts';
import type { AnswerRow, Instant } from '#server/database/schema.ts';

export type LoggedAnswer = Pick<AnswerRow, 'right' | 'sureness' | 'answered_at'>;

/** What one nudge left in the log: its answers, oldest first, and when its reader said that they had read it. */
export type NudgeLog = {
  nudgeId: number;
  kind: NudgeKind;
  lessonId: string;
  answers: readonly LoggedAnswer[];
  readAt: Instant | null;
  /** Somebody else had answered it and was shown why, before they took that back. */
  seenBefore: boolean;
};

/** A memory, with the number of answers it rests on: 0 when the lesson was only read. */
export type LessonMemory = { memory: Memory; answers: number };

export type PersonMemory = { lessons: ReadonlyMap<string, LessonMemory>; record: Calibration };

/** What of a nudge's log counts. A question tests memory; a comparison is judged by its reader; the rest was read. */
type Meeting = { nudgeId: number; lessonId: string; at: Instant } & (
  | { kind: 'question' | 'comparison'; recollection: Recollection }
  | { kind: 'reading' }
);

/**
 * Everything a person remembers, and how they answer beside what was predicted, from their whole log. The log is the truth: memory is
 * derived from it, so that a changed answer changes the past. In any order; pure.
 */
export function foldLog(log: readonly NudgeLog[], model: MemoryModel): PersonMemory {
  return foldOnto({ lessons: new Map(), record: uncalibrated }, log, model);
}

/** The same of a log whose beginning was cut: `before` is what that had come to, under the practice of the model. Pure. */
export function foldOnto(
  before: PersonMemory,
  log: readonly NudgeLog[],
  { curve, practice }: MemoryModel,
): PersonMemory {
  const lessons = new Map(before.lessons);
  let { record } = before;
  for (const meeting of meetingsIn(log)) {
    const before = lessons.get(meeting.lessonId) ?? null;
    const tested = testOf(before, meeting);
    if (tested) record = afterAnswerOf(record, retrievability(tested.memory, meeting.at, curve), tested.recalled);
    lessons.set(meeting.lessonId, memoryAfter(before, meeting, practice));
  }
  return { lessons, record };
}

/** What a log tests of a memory model: each answer to a lesson met before, with the stability that a practice gives it. Pure. */
export function observedIn(log: readonly NudgeLog[], practice: Practice): ObservedAnswer[] {
  return observedAfter(new Map(), log, practice);
}

/** The same of a log whose beginning was cut: `met` is what that had come to, under the practice. Pure. */
export function observedAfter(
  met: PersonMemory['lessons'],
  log: readonly NudgeLog[],
  practice: Practice,
): ObservedAnswer[] {
  const lessons = new Map(met);
  return meetingsIn(log).flatMap((meeting) => {
    const before = lessons.get(meeting.lessonId) ?? null;
    lessons.set(meeting.lessonId, memoryAfter(before, meeting, practice));
    const tested = testOf(before, meeting);
    if (!tested) return [];
    const { memory, recalled } = tested;
    return [{ stability: memory.stability, days: daysBetween(memory.metAt, meeting.at), right: recalled }];
  });
}

/** When the lesson of a nudge was met through it; `null` where it was not. */
export function metThroughAt(nudge: NudgeLog): Instant | null {
  return meetingOf(nudge)?.at ?? null;
}

function meetingsIn(log: readonly NudgeLog[]): Meeting[] {
  return log.flatMap((nudge) => meetingOf(nudge) ?? []).sort((a, b) => a.at - b.at || a.nudgeId - b.nudgeId);
}

function memoryAfter(before: LessonMemory | null, meeting: Meeting, practice: Practice): LessonMemory {
  const memory = before?.memory ?? null;
  const answers = before?.answers ?? 0;
  if (meeting.kind === 'reading') return { memory: afterReading(memory, meeting.at, practice), answers };
  return { memory: afterAnswer(memory, meeting.recollection, meeting.at, practice), answers: answers + 1 };
}

/** Only an answer that was predicted says anything about the prediction: to a question, on a lesson met before. A lucky guess is no recall. */
function testOf(before: LessonMemory | null, meeting: Meeting): { memory: Memory; recalled: boolean } | null {
  if (meeting.kind !== 'question' || !before) return null;
  const { right, sureness } = meeting.recollection;
  return { memory: before.memory, recalled: right && sureness !== 'guess' };
}

/**
 * The newest answer to one nudge counts, at the time of the first. What is said of a step tests nothing, so it is worth a reading; a
 * reading counts as long as there is no answer.
 */
function meetingOf({ nudgeId, kind, lessonId, answers, readAt, seenBefore }: NudgeLog): Meeting | null {
  const [first] = answers;
  const newest = answers.at(-1);
  if (!first || !newest) return readAt === null ? null : { kind: 'reading', nudgeId, lessonId, at: readAt };
  const when = { nudgeId, lessonId, at: first.answered_at };
  const right = newest.right === 1;
  switch (askedBy[kind]) {
    case 'question':
      return {
        ...when,
        kind: 'question',
        recollection: { right, sureness: isCorrected(answers) || (right && seenBefore) ? 'guess' : newest.sureness },
      };
    case 'comparison':
      return { ...when, kind: 'comparison', recollection: { right, sureness: newest.sureness } };
    case 'step':
      return { ...when, kind: 'reading' };
  }
}

/**
 * Whether the newest of the answers to a question, oldest first, puts a wrong first one right. Whoever does that has read the feedback by
 * then: it is worth a right guess, not proof of memory.
 */
export function isCorrected(answers: readonly Pick<AnswerRow, 'right'>[]): boolean {
  return answers[0]?.right === 0 && answers.at(-1)?.right === 1;
}
