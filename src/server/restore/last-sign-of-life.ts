import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';

/** The last instant up to `until` that the store knows of, which is about when it was copied. `null` in an empty one. */
export async function lastSignOfLife(db: Db, until: Instant): Promise<Instant | null> {
  const signs = await Promise.all([
    db
      .selectFrom('message')
      .select((eb) => eb.fn.max('created_at').as('at'))
      .where('created_at', '<=', until)
      .executeTakeFirst(),
    db
      .selectFrom('message')
      .select((eb) => eb.fn.max('accepted_at').as('at'))
      .where('accepted_at', '<=', until)
      .executeTakeFirst(),
    db
      .selectFrom('answer')
      .select((eb) => eb.fn.max('answered_at').as('at'))
      .where('answered_at', '<=', until)
      .executeTakeFirst(),
    db
      .selectFrom('planned_day')
      .select((eb) => eb.fn.max('planned_at').as('at'))
      .where('planned_at', '<=', until)
      .executeTakeFirst(),
    db
      .selectFrom('person')
      .select((eb) => eb.fn.max('created_at').as('at'))
      .where('created_at', '<=', until)
      .executeTakeFirst(),
  ]);
  const known = signs.flatMap((row) => (row?.at ? [Number(row.at)] : []));
  return known.length > 0 ? Math.max(...known) : null;
}
