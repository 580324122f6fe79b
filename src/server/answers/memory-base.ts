import { z } from 'zod';
import { type Calibration, uncalibrated } from '#core/memory/calibration.ts';
import type { MemoryModel } from '#core/memory/memory-model.ts';
import { type Practice, practices, usualPractice } from '#core/memory/practice.ts';
import { keepFact, readFact } from '#server/database/facts.ts';
import type { Db } from '#server/database/open-database.ts';
import { foldOnto, type LessonMemory, type NudgeLog, type PersonMemory } from './memory-log.ts';

/**
 * What the beginning of a log had come to when it was cut. Of each lesson under every practice, as another may be believed later; the record under the
 * model of that day, since nothing is left to predict anew.
 */
export type MemoryBase = { lessons: ReadonlyMap<string, LessonBase>; record: Calibration };

const lessonBaseSchema = z.object({
  metAt: z.number(),
  answers: z.number(),
  /** Stability in days and difficulty, by practice. */
  under: z.record(z.string(), z.object({ stability: z.number(), difficulty: z.number() })),
});

type LessonBase = z.infer<typeof lessonBaseSchema>;

const recordSchema = z.object({ predicted: z.number(), observed: z.number(), answers: z.number() });

export const noBase: MemoryBase = { lessons: new Map(), record: uncalibrated };

const keyOf = ({ spacing, kept }: Practice) => `${spacing} ${kept}`;

/** A base as a memory under one practice. Pure. */
export function memoryUnder({ lessons, record }: MemoryBase, practice: Practice): PersonMemory {
  const memoryOf = ({ metAt, answers, under }: LessonBase): LessonMemory[] => {
    // A practice that is held against answers since is none that was kept.
    const state = under[keyOf(practice)] ?? under[keyOf(usualPractice)];
    return state ? [{ memory: { ...state, metAt }, answers }] : [];
  };
  const known = [...lessons].flatMap(([id, base]) => memoryOf(base).map((memory) => [id, memory] as const));
  return { lessons: new Map(known), record };
}

/** The base after more of the log was cut, which comes before all that is left. Pure. */
export function baseAfter(base: MemoryBase, cut: readonly NudgeLog[], model: MemoryModel): MemoryBase {
  const lessons = new Map<string, LessonBase>();
  for (const practice of practices) {
    const folded = foldOnto(memoryUnder(base, practice), cut, { ...model, practice });
    for (const [id, { memory, answers }] of folded.lessons) {
      const { stability, difficulty, metAt } = memory;
      const under = { ...lessons.get(id)?.under, [keyOf(practice)]: { stability, difficulty } };
      lessons.set(id, { metAt, answers, under });
    }
  }
  return { lessons, record: foldOnto(memoryUnder(base, model.practice), cut, model).record };
}

export async function readBase(db: Db, personId: number): Promise<MemoryBase> {
  const rows = await db.selectFrom('memory_base').selectAll().where('person_id', '=', personId).execute();
  const record = await db.selectFrom('record_base').select('base').where('person_id', '=', personId).executeTakeFirst();
  if (rows.length === 0 && !record) return noBase;
  return {
    lessons: new Map(rows.map(({ lesson_id, base }) => [lesson_id, lessonBaseSchema.parse(JSON.parse(base))])),
    record: record ? recordSchema.parse(JSON.parse(record.base)) : uncalibrated,
  };
}

/** In the caller's transaction. */
export async function keepBase(trx: Db, personId: number, { lessons, record }: MemoryBase): Promise<void> {
  for (const [lesson_id, lesson] of lessons) {
    const base = JSON.stringify(lesson);
    await trx
      .insertInto('memory_base')
      .values({ person_id: personId, lesson_id, base })
      .onConflict((conflict) => conflict.columns(['person_id', 'lesson_id']).doUpdateSet({ base }))
      .execute();
  }
  const base = JSON.stringify(record);
  await trx
    .insertInto('record_base')
    .values({ person_id: personId, base })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ base }))
    .execute();
}

const cutName = 'answers-cut';

/** How many answers were cut from this store. */
export async function answersCut(db: Db): Promise<number> {
  return Number((await readFact(db, cutName)) ?? 0);
}

/** In the caller's transaction. */
export async function noteAnswersCut(trx: Db, answers: number): Promise<void> {
  if (answers > 0) await keepFact(trx, cutName, String((await answersCut(trx)) + answers));
}
