import type { SafeguardSaid } from '#core/safeguards/draft.ts';
import type { OwnersAnswer } from '#core/safeguards/owners-answer.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { addEvent, type DoneBy } from './safeguard-events.ts';
import { newSafeguardId } from './safeguard-id.ts';

/** When something is done: the instant, and the day that it is true of. */
export type Moment = { at: Instant; day: string };

/** Enters a safeguard, and returns its id. */
export async function addSafeguard(trx: Db, said: SafeguardSaid, by: DoneBy, { at, day }: Moment): Promise<string> {
  const id = newSafeguardId();
  await trx
    .insertInto('safeguard')
    .values({ id, ...columnsOf(said) })
    .execute();
  await addEvent(trx, id, { act: 'added', at, day, note: null }, by);
  return id;
}

export async function editSafeguard(
  trx: Db,
  id: string,
  said: SafeguardSaid,
  by: DoneBy,
  { at, day }: Moment,
): Promise<void> {
  await trx.updateTable('safeguard').set(columnsOf(said)).where('id', '=', id).execute();
  await addEvent(trx, id, { act: 'edited', at, day, note: null }, by);
}

/** Somebody looked: it is kept, not kept, or kept in another form. */
export async function noteCheck(
  trx: Db,
  id: string,
  { answer, note }: { answer: OwnersAnswer; note: string | null },
  by: DoneBy,
  { at, day }: Moment,
): Promise<void> {
  await addEvent(trx, id, { act: answer, at, day, note }, by);
}

/** Lets a safeguard go, by somebody who said that they had read its reason. It stays readable. */
export async function retireSafeguard(
  trx: Db,
  id: string,
  why: string,
  by: DoneBy,
  { at, day }: Moment,
): Promise<void> {
  await addEvent(trx, id, { act: 'retired', at, day, note: why, reasonRead: true }, by);
}

export async function takeUpSafeguard(trx: Db, id: string, by: DoneBy, { at, day }: Moment): Promise<void> {
  await addEvent(trx, id, { act: 'taken-up', at, day, note: null }, by);
}

function columnsOf({ title, teamId, ownerId, since, caseId, reason }: SafeguardSaid) {
  return { title, team_id: teamId, owner_id: ownerId, since, case_id: caseId, reason };
}
