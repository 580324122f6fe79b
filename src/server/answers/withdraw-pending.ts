import { takenBackFrom } from '#core/delivery/message-state.ts';
import type { Db } from '#server/database/open-database.ts';
import { cancelPending } from '#server/outbox/outbox.ts';

/** Takes back the nudges to a person that have not left yet: all of them, or those on one lesson. */
export async function withdrawPending(db: Db, personId: number, why: string, lessonId?: string): Promise<void> {
  let query = db
    .selectFrom('nudge')
    .innerJoin('message', 'message.id', 'nudge.message_id')
    .select('message.id')
    .where('nudge.person_id', '=', personId)
    .where('message.state', 'in', takenBackFrom);
  if (lessonId !== undefined) query = query.where('nudge.lesson_id', '=', lessonId);
  const pending = await query.execute();
  await cancelPending(
    db,
    pending.map((message) => message.id),
    why,
  );
}
