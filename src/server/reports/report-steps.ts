import type { ReportStep, StepOutcome } from '#core/reports/report-steps.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';

export type StepTaken = { step: ReportStep; at: Instant; by: string; outcome: StepOutcome; note: string | null };

/** Who takes a step that nobody of the desk does. */
export const byReporter = 'reporter';
export const byItself = 'nodomoto';

/** Writes a step down, in the caller's transaction. Steps are never changed: a step taken twice stands there twice. */
export async function noteStep(db: Db, nearMissId: number, { by, ...step }: StepTaken): Promise<void> {
  await db
    .insertInto('near_miss_step')
    .values({ near_miss_id: nearMissId, taken_by: by, ...step })
    .execute();
}

/** The steps of a report in the order in which they were taken. */
export async function readSteps(db: Db, nearMissId: number): Promise<StepTaken[]> {
  const rows = await db
    .selectFrom('near_miss_step')
    .select(['step', 'at', 'taken_by', 'outcome', 'note'])
    .where('near_miss_id', '=', nearMissId)
    .orderBy('id')
    .execute();
  return rows.map(({ taken_by, ...step }) => ({ ...step, by: taken_by }));
}
