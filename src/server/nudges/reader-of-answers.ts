import type { Db } from '#server/database/open-database.ts';

/** Who reads what is answered to the mails of a team: the first trainer named for it, else whom the house names; `null` where nobody is. */
export async function readerOfAnswers(db: Db, teamId: number, replyTo: string | null): Promise<string | null> {
  const trainer = await db
    .selectFrom('team_trainer')
    .select('email')
    .where('team_id', '=', teamId)
    .orderBy('email')
    .limit(1)
    .executeTakeFirst();
  return trainer?.email ?? replyTo;
}
