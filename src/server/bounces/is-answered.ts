import type { Db } from '#server/database/open-database.ts';

/** Whoever answered a mail, said that they had read it, or put it off, has it. */
export async function isAnswered(db: Db, messageId: number): Promise<boolean> {
  const nudge = await db
    .selectFrom('nudge')
    .leftJoin('answer', 'answer.nudge_id', 'nudge.id')
    .leftJoin('reading', 'reading.nudge_id', 'nudge.id')
    .select('nudge.id')
    .where('nudge.message_id', '=', messageId)
    .where((eb) =>
      eb.or([
        eb('answer.id', 'is not', null),
        eb('reading.read_at', 'is not', null),
        eb('nudge.put_off_at', 'is not', null),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return nudge !== undefined;
}
