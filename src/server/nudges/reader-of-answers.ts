import type { Db } from '#server/database/open-database.ts';

/** Who reads what is answered to the mails of a team: the first trainer named for it, else whom the house names for its own; `null` where nobody is. */
export async function readerOfAnswers(db: Db, teamId: number, replyTo: string | null): Promise<string | null> {
  const trainer = await db
    .selectFrom('team_trainer')
    .select('email')
    .where('team_id', '=', teamId)
    .orderBy('email')
    .limit(1)
    .executeTakeFirst();
  if (trainer) return trainer.email;
  const team = await db.selectFrom('team').select('supplier_id').where('id', '=', teamId).executeTakeFirst();
  return team?.supplier_id == null ? replyTo : null;
}
