import { afterAnswerOf, type Calibration, uncalibrated } from '../memory/calibration.ts';
import { type Memory, retrievability } from '../memory/forgetting-curve.ts';
import { afterReading } from '../memory/reading.ts';
import { afterAnswer, type Recollection } from '../memory/recollection.ts';
import type { NudgeKind } from '../planning/world.ts';
import type { AnswerRow, Instant } from '../store/schema.ts';

export type LoggedAnswer = Pick<AnswerRow, 'right' | 'sureness' | 'answered_at'>;

/** What one nudge left in the log: its answers, oldest first, and when its reader said that they had read it. */
export type NudgeLog = {
  nudgeId: number;
  kind: NudgeKind;
  lessonId: string;
  answers: readonly LoggedAnswer[];
  readAt: Instant | null;
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
export function foldLog(log: readonly NudgeLog[]): PersonMemory {
  const meetings = log.flatMap((nudge) => meetingOf(nudge) ?? []).sort((a, b) => a.at - b.at || a.nudgeId - b.nudgeId);
  const lessons = new Map<string, LessonMemory>();
  let record = uncalibrated;
  for (const meeting of meetings) {
    const before = lessons.get(meeting.lessonId) ?? null;
    record = recordAfter(record, before, meeting);
    lessons.set(meeting.lessonId, memoryAfter(before, meeting));
  }
  return { lessons, record };
}

function memoryAfter(before: LessonMemory | null, meeting: Meeting): LessonMemory {
  const memory = before?.memory ?? null;
  const answers = before?.answers ?? 0;
  if (meeting.kind === 'reading') return { memory: afterReading(memory, meeting.at), answers };
  return { memory: afterAnswer(memory, meeting.recollection, meeting.at), answers: answers + 1 };
}

/** Only an answer that was predicted says anything about the prediction: to a question, on a lesson met before. A lucky guess is no recall. */
function recordAfter(record: Calibration, before: LessonMemory | null, meeting: Meeting): Calibration {
  if (meeting.kind !== 'question' || !before) return record;
  const { right, sureness } = meeting.recollection;
  return afterAnswerOf(record, retrievability(before.memory, meeting.at), right && sureness !== 'guess');
}

/**
 * The newest answer to one nudge counts, at the time of the first. What is said of a step tests nothing, so it is worth a reading; a
 * reading counts as long as there is no answer.
 */
function meetingOf({ nudgeId, kind, lessonId, answers, readAt }: NudgeLog): Meeting | null {
  const [first] = answers;
  const newest = answers.at(-1);
  if (!first || !newest) return readAt === null ? null : { kind: 'reading', nudgeId, lessonId, at: readAt };
  const when = { nudgeId, lessonId, at: first.answered_at };
  const right = newest.right === 1;
  switch (kind) {
    case 'case':
    case 'recall':
      return {
        ...when,
        kind: 'question',
        recollection: { right, sureness: isCorrected(answers) ? 'guess' : newest.sureness },
      };
    case 'compare':
      return { ...when, kind: 'comparison', recollection: { right, sureness: newest.sureness } };
    case 'apply':
    case 'did-you':
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
