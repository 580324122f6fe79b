import type { MemoryModel } from '#core/memory/memory-model.ts';
import type { Db } from '#server/database/open-database.ts';
import { noteChangeOf } from '#server/database/team-changes.ts';
import { readModel } from './fitted-model.ts';
import { memoryUnder, readBase } from './memory-base.ts';
import { foldOnto, type LessonMemory, type PersonMemory } from './memory-log.ts';
import { readLog } from './read-log.ts';

/** Folds a person's log again, and keeps what comes of it for one lesson and for their record. In the caller's transaction. */
export async function refreshMemory(trx: Db, personId: number, lessonId: string): Promise<void> {
  const { lessons, record } = await foldAll(trx, personId, await readModel(trx));
  const folded = lessons.get(lessonId);
  if (folded) await keepMemory(trx, personId, lessonId, folded);
  else await forgetMemory(trx, personId, lessonId);
  await keepRecord(trx, personId, record);
  await noteChangeOf(trx, personId);
}

/** The same for all that a person remembers, when another model is believed. In the caller's transaction. */
export async function refoldMemory(trx: Db, personId: number, model: MemoryModel): Promise<void> {
  const { lessons, record } = await foldAll(trx, personId, model);
  if (lessons.size === 0) return;
  for (const [lessonId, folded] of lessons) await keepMemory(trx, personId, lessonId, folded);
  await keepRecord(trx, personId, record);
}

/** What is left of answers that were cut, and the log since. */
async function foldAll(trx: Db, personId: number, model: MemoryModel): Promise<PersonMemory> {
  return foldOnto(memoryUnder(await readBase(trx, personId), model.practice), await readLog(trx, personId), model);
}

/** All that it rested on was taken back. */
async function forgetMemory(trx: Db, personId: number, lessonId: string): Promise<void> {
  await trx.deleteFrom('memory').where('person_id', '=', personId).where('lesson_id', '=', lessonId).execute();
}

async function keepMemory(trx: Db, personId: number, lessonId: string, folded: LessonMemory): Promise<void> {
  const { stability, difficulty, metAt } = folded.memory;
  const row = {
    person_id: personId,
    lesson_id: lessonId,
    stability,
    difficulty,
    met_at: metAt,
    answers: folded.answers,
  };
  await trx
    .insertInto('memory')
    .values(row)
    .onConflict((conflict) => conflict.columns(['person_id', 'lesson_id']).doUpdateSet(row))
    .execute();
}

async function keepRecord(trx: Db, personId: number, record: PersonMemory['record']): Promise<void> {
  const row = { person_id: personId, ...record };
  await trx
    .insertInto('calibration')
    .values(row)
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
    .execute();
}
