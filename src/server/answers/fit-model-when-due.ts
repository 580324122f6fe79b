import { fitGathered, gather, isWorthFitting, nothingGathered } from '#core/memory/fit-model.ts';
import { modelKey } from '#core/memory/memory-model.ts';
import { practices } from '#core/memory/practice.ts';
import { inBatches } from '#server/database/in-batches.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { readModel } from './fitted-model.ts';
import { answersCut, memoryUnder, readBase } from './memory-base.ts';
import { observedAfter } from './memory-log.ts';
import { readLog } from './read-log.ts';
import { refoldMemory } from './refresh-memory.ts';

/**
 * Fits the memory model to all answers of the organisation when half as many again have come in as it was last fitted to, and folds every
 * memory again if the model changed, some people at a time; the model is believed when all are. Planning asks for it, so that a plan and what the
 * desk shows rest on the same model. What breaks off half-way is fitted anew.
 */
export async function fitModelWhenDue(db: Db, now: Instant): Promise<void> {
  const given = await answersGiven(db);
  if (!isWorthFitting(given, await answersFittedTo(db))) return;
  const newest = await newestAnswer(db);
  const people = await db.selectFrom('person').select('id').orderBy('id').execute();
  const seen = practices.map(nothingGathered);
  for (const { id } of people) {
    const log = await readLog(db, id);
    const base = await readBase(db, id);
    for (const gathered of seen)
      gather(gathered, observedAfter(memoryUnder(base, gathered.practice).lessons, log, gathered.practice));
  }
  const model = fitGathered(seen);
  const changed = modelKey(model) !== modelKey(await readModel(db));
  if (changed)
    await inBatches(db, people, async (trx, batch) => {
      for (const { id } of batch) await refoldMemory(trx, id, model);
    });
  await db.transaction().execute(async (trx) => {
    if (changed) for (const id of await heardOfSince(trx, newest, now)) await refoldMemory(trx, id, model);
    await trx
      .insertInto('memory_model')
      .values({ fitted_at: now, answers: given, ...model.curve, ...model.practice })
      .execute();
  });
}

async function newestAnswer(db: Db): Promise<number> {
  const newest = await db.selectFrom('answer').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst();
  return newest?.id ?? 0;
}

/** People who answered or read something since: it was folded under the model of before. */
async function heardOfSince(trx: Db, answer: number, at: Instant): Promise<number[]> {
  const people = await trx
    .selectFrom('nudge')
    .select('person_id')
    .distinct()
    .where((eb) =>
      eb.or([
        eb('id', 'in', eb.selectFrom('answer').select('nudge_id').where('answer.id', '>', answer)),
        eb('id', 'in', eb.selectFrom('reading').select('nudge_id').where('read_at', '>=', at)),
      ]),
    )
    .execute();
  return people.map(({ person_id }) => person_id);
}

/** Also those that were cut since: what they said is in every model that was fitted while they were there. */
async function answersGiven(db: Db): Promise<number> {
  const { given } = await db
    .selectFrom('answer')
    .select((eb) => eb.fn.countAll<number>().as('given'))
    .executeTakeFirstOrThrow();
  return given + (await answersCut(db));
}

async function answersFittedTo(db: Db): Promise<number> {
  const last = await db.selectFrom('memory_model').select('answers').orderBy('id', 'desc').limit(1).executeTakeFirst();
  return last?.answers ?? 0;
}
