import type { ProgrammeStanding } from '#core/support/programme-standing.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';

/** What the house says of a programme. */
export type ProgrammeUse = { programme: string; standing: ProgrammeStanding; note: string; changedAt: Instant };

export async function readProgrammeUse(db: Db): Promise<ProgrammeUse[]> {
  const rows = await db.selectFrom('programme_use').selectAll().orderBy('programme').execute();
  return rows.map(({ programme, standing, note, changed_at }) => ({
    programme,
    standing,
    note,
    changedAt: changed_at,
  }));
}

export async function keepProgrammeUse(
  db: Db,
  { programme, standing, note }: Omit<ProgrammeUse, 'changedAt'>,
  by: string,
  now: Instant,
): Promise<void> {
  const said = { standing, note, changed_by: by, changed_at: now };
  await db
    .insertInto('programme_use')
    .values({ programme, ...said })
    .onConflict((conflict) => conflict.column('programme').doUpdateSet(said))
    .execute();
}

export async function forgetProgrammeUse(db: Db, programme: string): Promise<void> {
  await db.deleteFrom('programme_use').where('programme', '=', programme).execute();
}
