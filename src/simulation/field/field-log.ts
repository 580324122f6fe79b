import { afterAnswerOf, type Calibration, uncalibrated } from '#core/memory/calibration.ts';
import type { AnswersUnder, ObservedAnswer } from '#core/memory/fit-model.ts';
import { daysBetween, type Memory, retrievability } from '#core/memory/forgetting-curve.ts';
import type { MemoryModel } from '#core/memory/memory-model.ts';
import { type Practice, practices } from '#core/memory/practice.ts';
import { afterReading } from '#core/memory/reading.ts';
import { afterAnswer, type Recollection } from '#core/memory/recollection.ts';

/** What a person's log says of one nudge: a question or comparison that was answered, or a reading they told of. */
export type LogEntry = { lessonId: string; at: number } & (
  | { kind: 'question' | 'comparison'; recollection: Recollection }
  | { kind: 'reading' }
);

/** What is believed of a person. */
export type Believed = {
  memory: ReadonlyMap<string, Memory>;
  answersGiven: ReadonlyMap<string, number>;
  record: Calibration;
};

export const nothingBelieved: Believed = { memory: new Map(), answersGiven: new Map(), record: uncalibrated };

/** What is believed after one more entry, as `server/answers/memory-log.ts` folds a log. */
export function afterEntry(before: Believed, entry: LogEntry, { curve, practice }: MemoryModel): Believed {
  const known = before.memory.get(entry.lessonId) ?? null;
  const given = before.answersGiven.get(entry.lessonId) ?? 0;
  const tested = known && entry.kind === 'question';
  return {
    memory: new Map(before.memory).set(entry.lessonId, memoryAfter(known, entry, practice)),
    answersGiven: new Map(before.answersGiven).set(entry.lessonId, given + Number(entry.kind !== 'reading')),
    record: tested
      ? afterAnswerOf(before.record, retrievability(known, entry.at, curve), isRecalled(entry.recollection))
      : before.record,
  };
}

export function foldEntries(log: readonly LogEntry[], model: MemoryModel): Believed {
  return log.reduce((believed, entry) => afterEntry(believed, entry, model), nothingBelieved);
}

/** What the logs of all say of every practice, for fitting the model. */
export function observedUnderEach(logs: readonly (readonly LogEntry[])[]): AnswersUnder[] {
  return practices.map((practice) => ({ practice, answers: logs.flatMap((log) => observedIn(log, practice)) }));
}

function observedIn(log: readonly LogEntry[], practice: Practice): ObservedAnswer[] {
  const memories = new Map<string, Memory>();
  return log.flatMap((entry) => {
    const known = memories.get(entry.lessonId) ?? null;
    memories.set(entry.lessonId, memoryAfter(known, entry, practice));
    if (!known || entry.kind !== 'question') return [];
    const { stability, metAt } = known;
    return [{ stability, days: daysBetween(metAt, entry.at), right: isRecalled(entry.recollection) }];
  });
}

function memoryAfter(before: Memory | null, entry: LogEntry, practice: Practice): Memory {
  if (entry.kind === 'reading') return afterReading(before, entry.at, practice);
  return afterAnswer(before, entry.recollection, entry.at, practice);
}

/** A lucky guess is no recall. */
function isRecalled({ right, sureness }: Recollection): boolean {
  return right && sureness !== 'guess';
}
