import { dayMs } from '#core/memory/forgetting-curve.ts';
import { daysUntilTyped, localDate } from '#core/planning/calendar/calendar.ts';
import { mailInstant } from '#core/planning/calendar/mail-window.ts';
import { personWorkTime } from '#core/planning/calendar/work-time-of.ts';
import { leastGapDays, type Pace } from '#core/planning/pace.ts';
import type { Instant } from '#server/database/schema.ts';
import { addMessage } from '#server/outbox/outbox.ts';
import { type LinkPower, linkPower } from './link-power.ts';
import { nextFreeDay } from './next-free-day.ts';
import { type AnswerContext, type OpenNudge, openNudge } from './open-nudge.ts';
import { withdrawPending } from './withdraw-pending.ts';

type Refused = {
  ok: false;
  reason: 'forged' | 'foreign' | 'retired' | 'expired' | 'gone' | 'closed' | 'outdated' | 'bad-date';
};

/** A pause longer than this is an unsubscription in disguise; the page offers that instead. */
export const longestPauseDays = 366;

async function withNudge<T>(
  context: AnswerContext,
  token: string,
  now: Instant,
  act: (found: OpenNudge) => Promise<T | Refused>,
): Promise<T | Refused> {
  const lookup = await openNudge(context, token, now);
  return lookup.ok ? act(lookup.found) : lookup;
}

/** The same for what outlasts the question: of an old mail the link only shows. */
function withPower<T>(
  context: AnswerContext,
  token: string,
  now: Instant,
  needs: Exclude<LinkPower, 'show'>,
  act: (found: OpenNudge) => Promise<T | Refused>,
): Promise<T | Refused> {
  return withNudge(context, token, now, async (found) => {
    const power = await linkPower(context.db, found, now);
    return power === 'change' || power === needs ? act(found) : { ok: false, reason: 'outdated' };
  });
}

/** Sends the same question again in `days` days (or the next working day after), and closes this one. */
export function snooze(
  context: AnswerContext,
  token: string,
  days: number,
  now: Instant,
): Promise<{ ok: true; on: string } | Refused> {
  return withNudge(context, token, now, async ({ nudge, person, closed, answer }) => {
    if (closed || answer) return { ok: false, reason: 'closed' };
    const team = await context.db
      .selectFrom('team')
      .selectAll()
      .where('id', '=', person.team_id)
      .executeTakeFirstOrThrow();
    const workTime = personWorkTime(team, person);
    const on = await context.db.transaction().execute(async (trx) => {
      // Closing comes first and only once: a second tap of the button finds the question closed.
      const closing = await trx
        .updateTable('nudge')
        .set({ closes_at: now, put_off_at: now })
        .where('id', '=', nudge.id)
        .where('closes_at', '>', now)
        .returning('id')
        .executeTakeFirst();
      if (!closing) return null;
      const day = await nextFreeDay(trx, person.id, localDate(now, workTime.zone).add({ days }), workTime);
      const dueAt = mailInstant(day, workTime);
      const messageId = await addMessage(trx, {
        purpose: 'nudge',
        person_id: person.id,
        address: person.email,
        due_at: dueAt,
        expires_at: dueAt + 2 * dayMs,
        created_at: now,
      });
      const { id: _, link_key: __, ...copied } = nudge;
      const closesAt = dueAt + Math.min(7, leastGapDays[person.pace]) * dayMs;
      await trx
        .insertInto('nudge')
        .values({
          ...copied,
          message_id: messageId,
          local_date: day.toString(),
          day_taken: day.toString(),
          closes_at: closesAt,
          link_key: null,
          taken_back_at: null,
        })
        .execute();
      return day.toString();
    });
    return on === null ? { ok: false, reason: 'closed' } : { ok: true, on };
  });
}

/** No mail up to and including `until` (a local date in the person's zone); what had not left is withdrawn. */
export function pause(
  context: AnswerContext,
  token: string,
  until: string,
  now: Instant,
): Promise<{ ok: true } | Refused> {
  return withPower(context, token, now, 'change', async ({ person }) => {
    const days = daysUntilTyped(localDate(now, person.zone).toString(), until);
    if (days === null || days < 1 || days > longestPauseDays) return { ok: false, reason: 'bad-date' };
    await context.db.updateTable('person').set({ paused_until: until }).where('id', '=', person.id).execute();
    await withdrawPending(context.db, person.id, `paused until ${until}`);
    return { ok: true };
  });
}

/** Ends a pause at once. */
export function resume(context: AnswerContext, token: string, now: Instant): Promise<{ ok: true } | Refused> {
  return withPower(context, token, now, 'resume', async ({ person }) => {
    await context.db.updateTable('person').set({ paused_until: null }).where('id', '=', person.id).execute();
    return { ok: true };
  });
}

/** How often the person wants mail, from the next one on. Said anew, it also undoes a pace that their silence had slowed. */
export function choosePace(
  context: AnswerContext,
  token: string,
  pace: Pace,
  now: Instant,
): Promise<{ ok: true } | Refused> {
  return withPower(context, token, now, 'change', async ({ person }) => {
    const chosenOn = localDate(now, person.zone).toString();
    await context.db
      .updateTable('person')
      .set({ pace, pace_chosen_on: chosenOn })
      .where('id', '=', person.id)
      .execute();
    return { ok: true };
  });
}

/** The person says this lesson is not for them: what of it had not left is withdrawn, and it comes again only if a trainer assigns it. */
export function markNotRelevant(context: AnswerContext, token: string, now: Instant): Promise<{ ok: true } | Refused> {
  return withPower(context, token, now, 'change', async ({ nudge }) => {
    await context.db
      .insertInto('not_relevant')
      .values({ person_id: nudge.person_id, lesson_id: nudge.lesson_id, said_at: now })
      .onConflict((conflict) => conflict.columns(['person_id', 'lesson_id']).doNothing())
      .execute();
    await withdrawPending(context.db, nudge.person_id, 'not relevant to this person', nudge.lesson_id);
    return { ok: true };
  });
}

export function undoNotRelevant(context: AnswerContext, token: string, now: Instant): Promise<{ ok: true } | Refused> {
  return withPower(context, token, now, 'change', async ({ nudge }) => {
    await context.db
      .deleteFrom('not_relevant')
      .where('person_id', '=', nudge.person_id)
      .where('lesson_id', '=', nudge.lesson_id)
      .execute();
    return { ok: true };
  });
}

/** Whether the person has said that this nudge's lesson is not for them. */
export async function isNotRelevant({ db }: AnswerContext, { nudge }: OpenNudge): Promise<boolean> {
  const row = await db
    .selectFrom('not_relevant')
    .select('lesson_id')
    .where('person_id', '=', nudge.person_id)
    .where('lesson_id', '=', nudge.lesson_id)
    .executeTakeFirst();
  return row !== undefined;
}
