import { takenBackFrom } from '#core/delivery/message-state.ts';
import { latestPlausible } from '#core/planning/calendar/clock.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { cancelPending } from '#server/outbox/outbox.ts';

/** What was taken back: mails that had not left, and mornings of teams. */
export type TakenBack = { mails: number; mornings: number };

/**
 * Takes back what was planned while the clock was ahead, once it is right again: its mail would come on a day that has its own plan by then, and
 * its mornings would pass for planned. `now` must be the clock's.
 */
export function takeBackPlansAhead(db: Db, now: Instant): Promise<TakenBack> {
  return db.transaction().execute(async (trx) => {
    const pending = await trx
      .selectFrom('message')
      .select(['id', 'purpose', 'person_id'])
      .where('purpose', 'in', ['nudge', 'welcome', 'safeguard'])
      .where('state', 'in', takenBackFrom)
      .where('created_at', '>', latestPlausible(now))
      .execute();
    await cancelPending(
      trx,
      pending.map(({ id }) => id),
      'planned while the clock was ahead',
    );
    const unwelcomed = pending.flatMap(({ purpose, person_id }) =>
      purpose === 'welcome' && person_id ? [person_id] : [],
    );
    if (unwelcomed.length > 0)
      await trx
        .updateTable('person')
        .set({ welcome_owed: 1, welcomed_on: null })
        .where('id', 'in', unwelcomed)
        .execute();
    const { numDeletedRows } = await trx
      .deleteFrom('planned_day')
      .where('planned_at', '>', latestPlausible(now))
      .executeTakeFirst();
    return { mails: pending.length, mornings: Number(numDeletedRows) };
  });
}
