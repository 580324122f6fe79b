import { withdrawPending } from '#server/answers/withdraw-pending.ts';
import type { Db } from '#server/database/open-database.ts';
import { rowIdentity } from '#server/database/row-key.ts';
import type { Instant, PersonRow } from '#server/database/schema.ts';
import { eraseRow } from '#server/people/erase-person.ts';

/** What people did since the backup, counted, and who is in the lost store only. */
export type PeopleTakenOver = {
  erased: number;
  unsubscribed: number;
  paused: number;
  paces: number;
  notRelevant: number;
  suppressed: number;
  /** Taken in since and mailed, or gone again: links to them have left. */
  added: number;
  /** Addresses of those who were taken in since and had no mail yet. */
  missing: string[];
};

/** Who of the lost store is who of this one, by id. */
export type OwnIds = ReadonlyMap<number, number>;

/**
 * Takes over, in the caller's transaction, what people of the lost store decided about their mail. Only what asks for less is taken: where the two
 * stores differ the other way, nobody can tell which was later.
 */
export async function takeOverPeople(
  trx: Db,
  lost: Db,
  now: Instant,
): Promise<{ people: PeopleTakenOver; ownIds: OwnIds }> {
  const erased = await eraseAgain(trx, lost, now);
  const { ownIds, added, missing } = await matchPeople(trx, lost);
  const counts = { unsubscribed: 0, paused: 0, paces: 0 };
  const own = byId(await trx.selectFrom('person').selectAll().execute());
  for (const before of await lost.selectFrom('person').selectAll().execute()) {
    const person = own.get(ownIds.get(before.id) ?? 0);
    if (person) for (const wish of await takeOverWishes(trx, person, before)) counts[wish] += 1;
  }
  const notRelevant = await takeOverNotRelevant(trx, lost, ownIds);
  const suppressed = await takeOverSuppressions(trx, lost);
  return { people: { erased, ...counts, notRelevant, suppressed, added, missing }, ownIds };
}

const byId = (people: readonly PersonRow[]) => new Map(people.map((person) => [person.id, person]));

/** Whoever was erased since the backup is erased from it too. */
async function eraseAgain(trx: Db, lost: Db, now: Instant): Promise<number> {
  const erasures = await lost.selectFrom('erasure').selectAll().execute();
  const names = new Set(erasures.map(({ person }) => person));
  const people = await trx.selectFrom('person').selectAll().execute();
  const back = people.filter((person) => names.has(rowIdentity(person)));
  for (const person of back) await eraseRow(trx, person, now);
  for (const erasure of erasures)
    await trx
      .insertInto('erasure')
      .values(erasure)
      .onConflict((conflict) => conflict.column('person').doNothing())
      .execute();
  return back.length;
}

/** The same row, or else the same address. Who is in the lost store only comes over if a link to them has left, or if they want no mail. */
async function matchPeople(trx: Db, lost: Db): Promise<{ ownIds: OwnIds; added: number; missing: string[] }> {
  const own = await trx.selectFrom('person').select(['id', 'key', 'created_at', 'email']).execute();
  const ids = new Set(own.map(({ id }) => id));
  const byIdentity = new Map(own.map((person) => [rowIdentity(person), person.id]));
  const byEmail = new Map(own.map((person) => [person.email, person.id]));
  const teams = await sameTeams(trx, lost);
  const mailed = await mailedPeople(lost);
  const ownIds = new Map<number, number>();
  const missing: string[] = [];
  let added = 0;
  for (const person of await lost.selectFrom('person').selectAll().execute()) {
    const known = byIdentity.get(rowIdentity(person)) ?? byEmail.get(person.email);
    const has = known ?? person.id;
    const matters = mailed.has(person.id) || person.unsubscribed_at !== null;
    const fits = matters && teams.has(person.team_id) && !ids.has(person.id);
    if (known === undefined && fits) {
      await trx.insertInto('person').values(person).execute();
      added += 1;
    }
    if (known !== undefined || fits) ownIds.set(person.id, has);
    else missing.push(person.email);
  }
  return { ownIds, added, missing };
}

/** Teams that are the same in both stores, by id. */
async function sameTeams(trx: Db, lost: Db): Promise<ReadonlySet<number>> {
  const teamsOf = async (db: Db) => db.selectFrom('team').select(['id', 'name', 'created_at']).execute();
  const own = new Set((await teamsOf(trx)).map((team) => JSON.stringify(team)));
  return new Set((await teamsOf(lost)).filter((team) => own.has(JSON.stringify(team))).map(({ id }) => id));
}

async function mailedPeople(lost: Db): Promise<ReadonlySet<number>> {
  const rows = await lost
    .selectFrom('message')
    .select('person_id')
    .distinct()
    .where('message_id', 'is not', null)
    .where('person_id', 'is not', null)
    .execute();
  return new Set(rows.flatMap(({ person_id }) => person_id ?? []));
}

type Wish = 'unsubscribed' | 'paused' | 'paces';

async function takeOverWishes(trx: Db, person: PersonRow, before: PersonRow): Promise<Wish[]> {
  const wishes: Wish[] = [];
  const patch: Partial<PersonRow> = {};
  if (before.unsubscribed_at !== null && person.unsubscribed_at === null) {
    patch.unsubscribed_at = before.unsubscribed_at;
    wishes.push('unsubscribed');
    await withdrawPending(trx, person.id, 'unsubscribed');
  }
  if (before.paused_until !== null && before.paused_until > (person.paused_until ?? '')) {
    patch.paused_until = before.paused_until;
    wishes.push('paused');
  }
  if (before.pace_chosen_on !== null && before.pace_chosen_on > (person.pace_chosen_on ?? '')) {
    patch.pace = before.pace;
    patch.pace_chosen_on = before.pace_chosen_on;
    wishes.push('paces');
  }
  if (wishes.length > 0) await trx.updateTable('person').set(patch).where('id', '=', person.id).execute();
  return wishes;
}

async function takeOverNotRelevant(trx: Db, lost: Db, ownIds: OwnIds): Promise<number> {
  let taken = 0;
  for (const said of await lost.selectFrom('not_relevant').selectAll().execute()) {
    const personId = ownIds.get(said.person_id);
    if (personId === undefined) continue;
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('not_relevant')
      .values({ ...said, person_id: personId })
      .onConflict((conflict) => conflict.columns(['person_id', 'lesson_id']).doNothing())
      .executeTakeFirst();
    if (!numInsertedOrUpdatedRows) continue;
    taken += 1;
    await withdrawPending(trx, personId, 'not relevant to this person', said.lesson_id);
  }
  return taken;
}

async function takeOverSuppressions(trx: Db, lost: Db): Promise<number> {
  let taken = 0;
  for (const suppression of await lost.selectFrom('suppression').selectAll().execute()) {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('suppression')
      .values(suppression)
      .onConflict((conflict) => conflict.column('address').doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows) taken += 1;
  }
  return taken;
}
