import type { HouseScope } from '#core/support/propose.ts';
import type { Db } from '#server/database/open-database.ts';

/** Where the teams of the house are, by their sites and the public holidays they keep, and in which sectors. Teams that ended are none. */
export async function readHouseScope(db: Db): Promise<HouseScope> {
  const teams = await db
    .selectFrom('team')
    .select(['id', 'sector', 'holidays'])
    .where('ended_on', 'is', null)
    .execute();
  const own = new Set(teams.map(({ id }) => id));
  const sites = await db.selectFrom('team_link').select(['team_id', 'word']).where('kind', '=', 'site').execute();
  const places = [
    ...teams.map(({ holidays }) => holidays ?? ''),
    ...sites.filter(({ team_id }) => own.has(team_id)).map(({ word }) => word),
  ];
  return { countries: countriesOf(places), sectors: new Set(teams.flatMap(({ sector }) => sector ?? [])) };
}

/** Where one team is. */
export async function readTeamCountries(db: Db, teamId: number): Promise<ReadonlySet<string>> {
  const team = await db.selectFrom('team').select('holidays').where('id', '=', teamId).executeTakeFirst();
  const sites = await db
    .selectFrom('team_link')
    .select('word')
    .where('team_id', '=', teamId)
    .where('kind', '=', 'site')
    .execute();
  return countriesOf([team?.holidays ?? '', ...sites.map(({ word }) => word)]);
}

/** A region is `JP` or `US-OH`, with own days behind it; a site is `JP Nagoya plant`. */
function countriesOf(places: readonly string[]): ReadonlySet<string> {
  return new Set(places.flatMap((place) => /^([A-Z]{2})(?![A-Za-z])/.exec(place)?.[1] ?? []));
}
