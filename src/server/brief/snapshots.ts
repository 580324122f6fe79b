import { isOver, type Quarter, quarterIn, quarterText } from '#core/brief/quarter.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { type Brief, briefSchema } from './brief.ts';

/** A brief that was kept; `isLast` once its quarter was over: no other is kept of it. */
export type KeptBrief = { brief: Brief; madeAt: Instant; isLast: boolean };

/** The newest brief that was kept of a quarter, or `null`. */
export async function readKeptBrief(db: Db, quarter: Quarter): Promise<KeptBrief | null> {
  const row = await db
    .selectFrom('brief_snapshot')
    .selectAll()
    .where('quarter', '=', quarterText(quarter))
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  return { brief: briefSchema.parse(JSON.parse(row.content)), madeAt: row.made_at, isLast: row.id === row.quarter };
}

/** Quarters of which a brief was kept, the newest first. */
export async function readKeptQuarters(db: Db): Promise<Quarter[]> {
  const rows = await db.selectFrom('brief_snapshot').select('quarter').distinct().orderBy('quarter', 'desc').execute();
  return rows.flatMap(({ quarter }) => quarterIn(quarter) ?? []);
}

/**
 * Keeps a brief as it is; nothing kept is ever changed. One of a running quarter is kept beside those before it; of a quarter that is over there is one
 * last brief, and `false` says that there was one already.
 */
export async function keepBrief(db: Db, brief: Brief, now: Instant): Promise<boolean> {
  const quarter = quarterIn(brief.quarter);
  if (!quarter) throw new RangeError(`${brief.quarter} is no quarter.`);
  const id = isOver(quarter, brief.asOf) ? brief.quarter : `${brief.quarter} ${now}`;
  const kept = await db
    .insertInto('brief_snapshot')
    .values({ id, quarter: brief.quarter, as_of: brief.asOf, made_at: now, content: JSON.stringify(brief) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return kept !== undefined;
}
