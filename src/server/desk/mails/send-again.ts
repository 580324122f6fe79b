import { type MessageState, neverArrives } from '#core/delivery/message-state.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { hasLeft } from '#core/people/in-post.ts';
import { localDate } from '#core/planning/calendar/calendar.ts';
import { mailInstant } from '#core/planning/calendar/mail-window.ts';
import { personWorkTime } from '#core/planning/calendar/work-time-of.ts';
import { leastGapDays } from '#core/planning/pace.ts';
import { nextFreeDay } from '#server/answers/next-free-day.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, MessageRow, NudgeRow, PersonRow } from '#server/database/schema.ts';
import { addMessage } from '#server/outbox/outbox.ts';
import { suppressionOf } from '#server/outbox/suppression.ts';

/** Why a mail is sent again: it did not arrive, or its reader asks for it. */
export const againReasons = ['not-arrived', 'asked'] as const;

export type AgainReason = (typeof againReasons)[number];

/** *no-mail-for-now*: its reader has paused, unsubscribed or left. *on-its-way*: it may still arrive by itself. */
export type AgainRefusal =
  | 'gone'
  | 'answered'
  | 'on-its-way'
  | 'arrived'
  | 'withdrawn'
  | 'no-mail-for-now'
  | 'address-refused'
  | 'often-enough';

export type AgainOutcome = { ok: true; on: string } | { ok: false; reason: AgainRefusal };

/** A reader who could not find a mail three times will not find the fourth. */
export const mostSendings = 3;

const didNotArrive: readonly MessageState[] = neverArrives.filter((state) => state !== 'cancelled');

export type Mail = { nudge: NudgeRow; message: MessageRow; person: PersonRow };

/** Why a mail may not be sent again, or `null`. */
export async function againRefusal(
  db: Db,
  { nudge, message, person }: Mail,
  why: AgainReason,
  now: Instant,
): Promise<AgainRefusal | null> {
  const answer = await db.selectFrom('answer').select('id').where('nudge_id', '=', nudge.id).executeTakeFirst();
  if (answer) return 'answered';
  if (message.state === 'cancelled') return 'withdrawn';
  const fits = why === 'not-arrived' ? didNotArrive.includes(message.state) : message.state === 'accepted';
  if (!fits) return message.state === 'accepted' ? 'arrived' : 'on-its-way';
  if (getsNoMail(person, now) || (await calledNotRelevant(db, nudge, message))) return 'no-mail-for-now';
  if (await suppressionOf(db, person.email, now)) return 'address-refused';
  return (await sendingsOf(db, message)) < mostSendings ? null : 'often-enough';
}

/**
 * Sends the same mail again, on the next free morning of its reader: the same question, open as long as a new one would be, under the same
 * links, so that the first mail goes on working too.
 */
export async function sendAgain(db: Db, nudgeId: number, why: AgainReason, now: Instant): Promise<AgainOutcome> {
  return db.transaction().execute(async (trx) => {
    const mail = await readMail(trx, nudgeId);
    if (!mail) return { ok: false, reason: 'gone' };
    const reason = await againRefusal(trx, mail, why, now);
    return reason ? { ok: false, reason } : { ok: true, on: await queueAgain(trx, mail, now) };
  });
}

/** A nudge with its newest message and its reader. */
export async function readMail(db: Db, nudgeId: number): Promise<Mail | null> {
  const nudge = await db.selectFrom('nudge').selectAll().where('id', '=', nudgeId).executeTakeFirst();
  if (!nudge) return null;
  const { message_id, person_id } = nudge;
  return {
    nudge,
    message: await db.selectFrom('message').selectAll().where('id', '=', message_id).executeTakeFirstOrThrow(),
    person: await db.selectFrom('person').selectAll().where('id', '=', person_id).executeTakeFirstOrThrow(),
  };
}

async function queueAgain(trx: Db, { nudge, message, person }: Mail, now: Instant): Promise<string> {
  const team = await trx.selectFrom('team').selectAll().where('id', '=', person.team_id).executeTakeFirstOrThrow();
  const workTime = personWorkTime(team, person);
  // Its own day is free for it.
  await trx.updateTable('nudge').set({ day_taken: null }).where('id', '=', nudge.id).execute();
  const day = await nextFreeDay(trx, person.id, localDate(now, workTime.zone), workTime);
  const dueAt = Math.max(now, mailInstant(day, workTime));
  const messageId = await addMessage(trx, {
    purpose: 'nudge',
    person_id: person.id,
    address: person.email,
    due_at: dueAt,
    expires_at: dueAt + 2 * dayMs,
    created_at: now,
    again_of: message.again_of ?? message.id,
  });
  await trx
    .updateTable('nudge')
    .set({
      message_id: messageId,
      local_date: day.toString(),
      day_taken: day.toString(),
      closes_at: dueAt + Math.min(7, leastGapDays[person.pace]) * dayMs,
      link_key: nudge.link_key ?? message.key,
    })
    .where('id', '=', nudge.id)
    .execute();
  return day.toString();
}

function getsNoMail({ zone, leaves_on, paused_until, unsubscribed_at }: PersonRow, now: Instant): boolean {
  const today = localDate(now, zone).toString();
  return unsubscribed_at !== null || hasLeft(leaves_on, today) || (paused_until !== null && today <= paused_until);
}

/** Said since it was planned: the mail would be stopped at the door. */
async function calledNotRelevant(db: Db, nudge: NudgeRow, message: MessageRow): Promise<boolean> {
  const said = await db
    .selectFrom('not_relevant')
    .select('said_at')
    .where('person_id', '=', nudge.person_id)
    .where('lesson_id', '=', nudge.lesson_id)
    .where('said_at', '>=', message.created_at)
    .executeTakeFirst();
  return said !== undefined;
}

async function sendingsOf(db: Db, { id, again_of }: MessageRow): Promise<number> {
  const { count } = await db
    .selectFrom('message')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where((eb) => eb.or([eb('id', '=', again_of ?? id), eb('again_of', '=', again_of ?? id)]))
    .executeTakeFirstOrThrow();
  return Number(count);
}
