import { hasLeft } from '#core/people/in-post.ts';
import type { FormerAddress, FormerName, KnownPerson, KnownTeam } from '#core/people/listed-person.ts';
import type { Db } from '#server/database/open-database.ts';

/** Everybody whom the store knows, as a list is held against them. */
export type Known = {
  people: KnownPerson[];
  teams: KnownTeam[];
  formerNames: FormerName[];
  formerAddresses: FormerAddress[];
  /** By the team's id. */
  zones: ReadonlyMap<number, string>;
};

/** Reads everybody, those who have left too. `today` is an ISO day. A team that ended is none that a list could mean. */
export async function readKnown(db: Db, today: string): Promise<Known> {
  const people = await db.selectFrom('person').selectAll().orderBy('id').execute();
  const teams = await db
    .selectFrom('team')
    .select(['id', 'name', 'zone'])
    .where('ended_on', 'is', null)
    .orderBy('id')
    .execute();
  const former = await db.selectFrom('former_team_name').selectAll().orderBy('name_key').execute();
  const addresses = await db
    .selectFrom('former_address')
    .select(['address', 'person_id'])
    .where('address', 'not in', db.selectFrom('person').select('email'))
    .orderBy('until')
    .execute();
  return {
    people: people.map((person) => ({
      id: person.id,
      email: person.email,
      teamId: person.team_id,
      name: person.name,
      staffNumber: person.staff_number,
      role: person.role,
      zone: person.zone,
      language: person.language,
      joined: person.joined_year,
      starts: person.starts_on,
      leaves: person.leaves_on,
      away: person.away_until,
      shifts: person.shifts,
      holidays: person.holidays,
      hasLeft: hasLeft(person.leaves_on, today),
    })),
    teams: teams.map(({ id, name }) => ({ id, name })),
    formerNames: former.map(({ name, team_id }) => ({ name, teamId: team_id })),
    // Of several who had it, the last.
    formerAddresses: addresses.map(({ address, person_id }) => ({ address, personId: person_id })),
    zones: new Map(teams.map(({ id, zone }) => [id, zone])),
  };
}
