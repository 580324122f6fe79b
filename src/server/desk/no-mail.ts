import { type PlainReason, plainReason } from '#core/delivery/plain-reason.ts';
import { localDate } from '#core/planning/calendar/calendar.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { liftedLately, liftSuppression, suppressionsInForce, undoLift } from '#server/outbox/suppression.ts';
import { hasNotLeft } from '#server/people/in-post.ts';

/** Somebody whose address gets no mail, by days of their own zone; `until` null is until it is lifted. */
export type NoMail = {
  personId: number;
  name: string;
  address: string;
  reason: PlainReason;
  /** The words of the server or of a report. */
  said: string;
  since: string;
  until: string | null;
};

/** The people of a team whose addresses get no mail, the latest first. */
export async function readNoMail(db: Db, teamId: number, now: Instant): Promise<NoMail[]> {
  const rows = await suppressionsInForce(db, now)
    .innerJoin('person', 'person.email', 'suppression.address')
    .select(['person.id', 'person.name', 'person.zone'])
    .where('person.team_id', '=', teamId)
    .where(hasNotLeft(localDate(now, 'Etc/UTC').toString()))
    .orderBy('since', 'desc')
    .orderBy('person.name')
    .execute();
  return rows.map(({ id, name, address, zone, kind, reason, since, until }) => ({
    personId: id,
    name,
    address,
    reason: plainReason(kind, reason),
    said: reason,
    since: localDate(since, zone).toString(),
    until: until === null ? null : localDate(until, zone).toString(),
  }));
}

/** Whoever of a team was let have mail again so lately that it may be undone, by their number. */
export async function readMailAgain(db: Db, teamId: number, personId: number, now: Instant): Promise<string | null> {
  const found = await liftedLately(db, now)
    .innerJoin('person', 'person.email', 'suppression.address')
    .select('person.name')
    .where('person.team_id', '=', teamId)
    .where('person.id', '=', personId)
    .executeTakeFirst();
  return found?.name ?? null;
}

/** `false` when the team has no such person, or nothing keeps mail from them. */
export async function letHaveMail(db: Db, teamId: number, personId: number, now: Instant): Promise<boolean> {
  const address = await addressOf(db, teamId, personId);
  return address !== null && liftSuppression(db, address, now);
}

export async function undoLetHaveMail(db: Db, teamId: number, personId: number, now: Instant): Promise<void> {
  const address = await addressOf(db, teamId, personId);
  if (address !== null) await undoLift(db, address, now);
}

async function addressOf(db: Db, teamId: number, personId: number): Promise<string | null> {
  const person = await db
    .selectFrom('person')
    .select('email')
    .where('id', '=', personId)
    .where('team_id', '=', teamId)
    .executeTakeFirst();
  return person?.email ?? null;
}
