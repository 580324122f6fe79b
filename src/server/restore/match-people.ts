import type { Db } from '#server/database/open-database.ts';
import { rowIdentity } from '#server/database/row-key.ts';
import type { Instant } from '#server/database/schema.ts';
import { eraseMarkedWithin } from '#server/people/erase-marked.ts';
import { eraseRow } from '#server/people/erase-person.ts';
import { readErasedAddresses } from '#server/people/erased-addresses.ts';

/** Who of the lost store is who of this one, by id. */
export type OwnIds = ReadonlyMap<number, number>;

export type MatchedPeople = {
  ownIds: OwnIds;
  erased: number;
  /** Taken in since and mailed, or gone again: links to them have left. */
  added: number;
  /** Addresses of those who were taken in since and had no mail yet. */
  missing: string[];
};

/** Finds the people of the lost store in this one, in the caller's transaction: whoever was erased since is erased, and whoever was mailed since is taken in. */
export async function matchPeople(trx: Db, lost: Db, now: Instant): Promise<MatchedPeople> {
  const erased = await eraseAgain(trx, lost, now);
  return { erased, ...(await findPeople(trx, lost)) };
}

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
  // Addresses without a row too: of trainers who are on no list, and in letters.
  return back.length + (await eraseMarkedWithin(trx, await readErasedAddresses(lost), now));
}

/** The same row, or else the same address. Who is in the lost store only comes over if a link to them has left, or if they want no mail. */
async function findPeople(trx: Db, lost: Db): Promise<Omit<MatchedPeople, 'erased'>> {
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

/** Teams that are the same in both stores, by id; one may have been renamed since. */
async function sameTeams(trx: Db, lost: Db): Promise<ReadonlySet<number>> {
  const teamsOf = async (db: Db) => db.selectFrom('team').select(['id', 'created_at']).execute();
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
