import { type MessageState, neverArrives } from '#core/delivery/message-state.ts';
import { hasRoomFor } from '#core/planning/other-mail.ts';
import { planAskings, type TeamDay, type Welcome } from '#core/planning/plan-team-day.ts';
import type { PlannedPerson, PlannedTeam } from '#core/planning/planner-types.ts';
import { isAskDue } from '#core/safeguards/ask-due.ts';
import { isDayFree } from '#server/answers/day-taken.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, LocalDateText } from '#server/database/schema.ts';
import { addMessage } from '#server/outbox/outbox.ts';
import { readSafeguards } from '#server/safeguards/read-safeguards.ts';

/** People of a team who see to safeguards: the one that each is to be asked about next, and the days on which such mail came to them. */
export type OwnersAsked = {
  owed: ReadonlyMap<number, string>;
  mailedOn: ReadonlyMap<number, readonly LocalDateText[]>;
};

/** A mail that asks whether something is still kept, and its morning. */
export type Asking = Welcome & { safeguardId: string };

/** Who of a team is to be asked on its local day. What was withdrawn or never arrived asked nobody. */
export async function readOwnersAsked(
  db: Db,
  team: Pick<PlannedTeam, 'id'>,
  on: LocalDateText,
  now: Instant,
): Promise<OwnersAsked> {
  const askings = await db
    .selectFrom('safeguard_asking')
    .innerJoin('person', 'person.id', 'safeguard_asking.person_id')
    .leftJoin('message', 'message.id', 'safeguard_asking.message_id')
    .select(['safeguard_asking.safeguard_id', 'safeguard_asking.person_id', 'safeguard_asking.local_date'])
    .select('message.state')
    .where('person.team_id', '=', team.id)
    .execute();
  const came = askings.filter(({ state }) => state === null || !isLost(state));
  const askedOn = Map.groupBy(came, ({ safeguard_id }) => safeguard_id);
  const lastAsked = (id: string) =>
    (askedOn.get(id) ?? [])
      .map(({ local_date }) => local_date)
      .sort()
      .at(-1) ?? null;
  const safeguards = await readSafeguards(db, { of: 'owners-of', teamId: team.id }, now);
  const due = safeguards
    .filter(({ id, owner, standing }) => owner && isAskDue(standing, lastAsked(id), on))
    .sort((a, b) => (a.standing.dueOn + a.id < b.standing.dueOn + b.id ? 1 : -1));
  return {
    // The first due is set last, and so stays.
    owed: new Map(due.flatMap(({ id, owner }) => (owner ? [[owner.id, id] as const] : []))),
    mailedOn: new Map(
      [...Map.groupBy(came, ({ person_id }) => person_id)].map(([id, rows]) => [
        id,
        rows.map(({ local_date }) => local_date),
      ]),
    ),
  };
}

function isLost(state: MessageState): boolean {
  return neverArrives.some((lost) => lost === state);
}

/** Whether a question may go to somebody on a day beside the mail about safeguards that they had. */
export function mayBeAsked(
  { mailedOn }: OwnersAsked,
  team: PlannedTeam,
  on: string,
): (person: PlannedPerson) => boolean {
  return (person) => {
    const days = mailedOn.get(person.id);
    return days === undefined || hasRoomFor(person, days, team.assignments, on);
  };
}

/** Who is asked on a morning, each about one safeguard, in place of a question. */
export function planOwners(day: TeamDay, owners: OwnersAsked, isNew: (id: number) => boolean): Asking[] {
  if (owners.owed.size === 0) return [];
  const may = mayBeAsked(owners, day.team, day.on);
  const chosen = planAskings(day, (person) => owners.owed.has(person.id) && !isNew(person.id) && may(person));
  return chosen.flatMap((choice) => {
    const safeguardId = owners.owed.get(choice.personId);
    return safeguardId === undefined ? [] : [{ ...choice, safeguardId }];
  });
}

/** Writes the mail, in the caller's transaction, and takes the owner's day for it. `false` where the day has another mail. */
export async function saveAsking(
  trx: Db,
  { personId, localDate, dueAt, safeguardId }: Asking,
  expiresAt: Instant,
  now: Instant,
): Promise<boolean> {
  const person = await trx.selectFrom('person').select('email').where('id', '=', personId).executeTakeFirst();
  if (!person || !(await isDayFree(trx, personId, localDate))) return false;
  const messageId = await addMessage(trx, {
    purpose: 'safeguard',
    person_id: personId,
    address: person.email,
    due_at: dueAt,
    expires_at: expiresAt,
    created_at: now,
  });
  await trx
    .insertInto('safeguard_asking')
    .values({
      ...{ message_id: messageId, safeguard_id: safeguardId, person_id: personId, local_date: localDate },
      ...{ answer: null, answered_at: null },
    })
    .execute();
  return true;
}
