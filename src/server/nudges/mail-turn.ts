import { dayMs } from '#core/memory/forgetting-curve.ts';
import { localDaysBetween } from '#core/planning/calendar/calendar.ts';
import { nextMorning } from '#core/planning/calendar/planning-day.ts';
import type { WorkTime } from '#core/planning/calendar/work-time.ts';
import { personWorkTime } from '#core/planning/calendar/work-time-of.ts';
import { isDayFree } from '#server/answers/day-taken.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, MessageRow, NudgeRow } from '#server/database/schema.ts';
import type { Turn } from '#server/outbox/send-due.ts';
import { houseWorkTime } from './house-work-time.ts';

/** The turn of mail that minds no hours. */
export const always = async (): Promise<Turn> => ({ kind: 'go' });

/**
 * Whether a nudge may leave at `now`: within its reader's mail window, as their hours are now, and otherwise in their next one. Planning saw to
 * that, but a retry, an outage or a restore may have brought it past its morning. A letter that somebody asked for goes at any hour.
 */
export async function mailTurn(db: Db, message: MessageRow, now: Instant): Promise<Turn> {
  if (message.purpose === 'welcome' && message.person_id !== null)
    return welcomeTurn(db, message.expires_at, message.person_id, now);
  if (message.purpose === 'brief') return briefTurn(db, message.expires_at, now);
  if (message.purpose === 'safeguard') return askingTurn(db, message, now);
  if (message.purpose === 'code-reminder' && message.person_id !== null)
    return letterTurn(db, message.expires_at, message.person_id, now);
  const nudge = await db.selectFrom('nudge').selectAll().where('message_id', '=', message.id).executeTakeFirst();
  if (!nudge) return { kind: 'go' };
  const { day, dueAt } = nextMorning(now, await workTimeOf(db, nudge.person_id));
  if (dueAt > message.expires_at) return { kind: 'too-late' };
  if (nudge.local_date < day.toString() && !(await moveTo(db, nudge, day.toString())))
    return { kind: 'never', why: `another mail has ${day}` };
  return dueAt > now ? { kind: 'wait', until: dueAt } : { kind: 'go' };
}

/** A brief to directors leaves in the hours of the house: nobody asked for it. */
async function briefTurn(db: Db, expiresAt: Instant, now: Instant): Promise<Turn> {
  const workTime = await houseWorkTime(db);
  const dueAt = workTime ? nextMorning(now, workTime).dueAt : now;
  if (dueAt > expiresAt) return { kind: 'too-late' };
  return dueAt > now ? { kind: 'wait', until: dueAt } : { kind: 'go' };
}

/** The same for a welcome. Until it has left nothing is asked, so that a later day has no other mail; and that day is then the one it was welcomed on. */
async function welcomeTurn(db: Db, expiresAt: Instant, personId: number, now: Instant): Promise<Turn> {
  const { day, dueAt } = nextMorning(now, await workTimeOf(db, personId));
  if (dueAt > expiresAt) return { kind: 'too-late' };
  await db
    .updateTable('person')
    .set({ welcomed_on: day.toString() })
    .where('id', '=', personId)
    .where('welcomed_on', '<', day.toString())
    .execute();
  return dueAt > now ? { kind: 'wait', until: dueAt } : { kind: 'go' };
}

/** The same for a mail about a safeguard, which takes its reader's day as a nudge does. */
async function askingTurn(db: Db, { id, expires_at }: MessageRow, now: Instant): Promise<Turn> {
  const asking = await db.selectFrom('safeguard_asking').selectAll().where('message_id', '=', id).executeTakeFirst();
  if (!asking) return { kind: 'never', why: 'there is nothing to ask any more' };
  const { day, dueAt } = nextMorning(now, await workTimeOf(db, asking.person_id));
  if (dueAt > expires_at) return { kind: 'too-late' };
  const on = day.toString();
  const isMoved = asking.local_date < on;
  if (isMoved && !(await isDayFree(db, asking.person_id, on))) return { kind: 'never', why: `another mail has ${on}` };
  if (isMoved) await db.updateTable('safeguard_asking').set({ local_date: on }).where('message_id', '=', id).execute();
  return dueAt > now ? { kind: 'wait', until: dueAt } : { kind: 'go' };
}

/** The same for a letter that nobody asked for: within its reader's hours, on whichever of their days. */
async function letterTurn(db: Db, expiresAt: Instant, personId: number, now: Instant): Promise<Turn> {
  const { dueAt } = nextMorning(now, await workTimeOf(db, personId));
  if (dueAt > expiresAt) return { kind: 'too-late' };
  return dueAt > now ? { kind: 'wait', until: dueAt } : { kind: 'go' };
}

async function workTimeOf(db: Db, personId: number): Promise<WorkTime> {
  const person = await db.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirstOrThrow();
  const team = await db.selectFrom('team').selectAll().where('id', '=', person.team_id).executeTakeFirstOrThrow();
  return personWorkTime(team, person);
}

/** Makes a nudge that of a later day, its question open as long as before. `false` when that day has another: nobody gets two on one. */
function moveTo(db: Db, nudge: NudgeRow, day: string): Promise<boolean> {
  const laterMs = localDaysBetween(nudge.local_date, day) * dayMs;
  return db.transaction().execute(async (trx) => {
    if (!(await isDayFree(trx, nudge.person_id, day))) return false;
    await trx
      .updateTable('nudge')
      .set({ local_date: day, day_taken: day, closes_at: nudge.closes_at + laterMs })
      .where('id', '=', nudge.id)
      .execute();
    return true;
  });
}
