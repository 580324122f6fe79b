import { isLongSilence } from '#core/delivery/long-silence.ts';
import { hasLeft } from '#core/people/in-post.ts';
import { localDate } from '#core/planning/calendar/calendar.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { suppressionsInForce } from '#server/outbox/suppression.ts';

/** Somebody of whom nothing was heard since `firstAt`, though a server took `mails` for them. */
export type SilentPerson = { id: number; name: string; team: string; mails: number; firstAt: Instant };

/** Whom to look at: everybody, a team, or some people. */
export type Among = 'everybody' | { teamId: number } | { personIds: readonly number[] };

/**
 * Whoever is perhaps not reached: nothing came back of their mail, and nothing was heard of them. Not those of whom it is known that they get none:
 * they unsubscribed, left, or their address is off.
 */
export async function readSilentPeople(db: Db, among: Among, now: Instant): Promise<SilentPerson[]> {
  const rows = await db
    .selectFrom('person')
    .innerJoin('team', 'team.id', 'person.team_id')
    .innerJoin('message', 'message.person_id', 'person.id')
    .leftJoin(lastSigns(db, among).as('life'), 'life.person_id', 'person.id')
    .select(['person.id', 'person.name', 'person.zone', 'person.leaves_on', 'person.paused_until'])
    .select(['person.away_until', 'person.pace_chosen_on', 'team.name as team'])
    .select((eb) => [
      eb.fn.count<number>('message.id').as('mails'),
      eb.fn.min<number>('message.accepted_at').as('firstAt'),
    ])
    .where('person.id', 'in', peopleAmong(db, among))
    .where('person.unsubscribed_at', 'is', null)
    .where('person.email', 'not in', suppressionsInForce(db, now).clearSelect().select('address'))
    .where('message.purpose', '=', 'nudge')
    .where('message.state', '=', 'accepted')
    .where((eb) => eb('message.accepted_at', '>', eb.fn.coalesce('life.at', eb.val(0))))
    .groupBy(['person.id', 'person.name', 'person.zone', 'person.leaves_on', 'person.paused_until'])
    .groupBy(['person.away_until', 'person.pace_chosen_on', 'team.name'])
    .orderBy('team.name')
    .orderBy('person.name')
    .execute();
  return rows
    .filter((row) => isLongSilence(row, now) && !chosenSince(row) && !isGone(row, now))
    .map(({ id, name, team, mails, firstAt }) => ({ id, name, team, mails, firstAt }));
}

function peopleAmong(db: Db, among: Among) {
  const people = db.selectFrom('person').select('person.id');
  if (among === 'everybody') return people;
  return 'teamId' in among
    ? people.where('person.team_id', '=', among.teamId)
    : people.where('person.id', 'in', among.personIds);
}

/** When each was last heard of: an answer, a case read, a mail put off, a lesson called not relevant. */
function lastSigns(db: Db, among: Among) {
  const people = peopleAmong(db, among);
  const answers = db
    .selectFrom('answer')
    .innerJoin('nudge', 'nudge.id', 'answer.nudge_id')
    .select(['nudge.person_id', 'answer.answered_at as at'])
    .where('nudge.person_id', 'in', people);
  const readings = db
    .selectFrom('reading')
    .innerJoin('nudge', 'nudge.id', 'reading.nudge_id')
    .select(['nudge.person_id', 'reading.read_at as at'])
    .where('nudge.person_id', 'in', people);
  const putOff = db
    .selectFrom('nudge')
    .select(['nudge.person_id'])
    .select((eb) => eb.ref('nudge.put_off_at').$notNull().as('at'))
    .where('nudge.put_off_at', 'is not', null)
    .where('nudge.person_id', 'in', people);
  const notRelevant = db
    .selectFrom('not_relevant')
    .select(['not_relevant.person_id', 'not_relevant.said_at as at'])
    .where('not_relevant.person_id', 'in', people);
  return db
    .selectFrom(answers.unionAll(readings).unionAll(putOff).unionAll(notRelevant).as('sign'))
    .select('sign.person_id')
    .select((eb) => eb.fn.max<number>('sign.at').as('at'))
    .groupBy('sign.person_id');
}

type Choices = {
  zone: string;
  leaves_on: string | null;
  paused_until: string | null;
  away_until: string | null;
  pace_chosen_on: string | null;
};

/** Of a pause, an absence or a pace only a day is known. */
function chosenSince({
  zone,
  firstAt,
  paused_until,
  away_until,
  pace_chosen_on,
}: Choices & { firstAt: Instant }): boolean {
  const first = localDate(firstAt, zone).toString();
  return [paused_until, away_until, pace_chosen_on].some((day) => day !== null && day >= first);
}

function isGone({ zone, leaves_on }: Choices, now: Instant): boolean {
  return hasLeft(leaves_on, localDate(now, zone).toString());
}
