import { hasLeft } from '#core/people/in-post.ts';
import { localDate } from '#core/planning/calendar/calendar.ts';
import { type Standing, standingOn } from '#core/safeguards/standing.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, SafeguardEventRow } from '#server/database/schema.ts';
import { eventOf, eventsOf } from './safeguard-events.ts';

export type Safeguard = {
  id: string;
  title: string;
  team: { id: number; name: string; ended: boolean };
  /** Who sees to it; null where nobody does: never said, erased, or left the house. */
  owner: { id: number; name: string; email: string; teamName: string } | null;
  since: string;
  caseId: string;
  reason: string;
  standing: Standing;
  events: readonly SafeguardEventRow[];
};

/** Which safeguards to read: those of some teams, resting on some cases, of some owner, of owners who are in a team, or one. */
export type SafeguardsAsked =
  | { of: 'all' }
  | { of: 'teams'; teamIds: readonly number[] }
  | { of: 'cases'; caseIds: readonly string[] }
  | { of: 'owner'; personId: number }
  | { of: 'owners-of'; teamId: number }
  | { of: 'one'; id: string };

/** Safeguards as they stand at `now`, by the name of their team and their title. */
export async function readSafeguards(db: Db, asked: SafeguardsAsked, now: Instant): Promise<Safeguard[]> {
  const rows = await rowsOf(db, asked);
  const events = await eventsOf(db, asked.of === 'all' ? 'all' : rows.map(({ id }) => id));
  const on = localDate(now, 'Etc/UTC').toString();
  return rows.map((row) => safeguardOf(row, events.get(row.id) ?? [], on));
}

export async function readSafeguard(db: Db, id: string, now: Instant): Promise<Safeguard | null> {
  return (await readSafeguards(db, { of: 'one', id }, now))[0] ?? null;
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

function rowsOf(db: Db, asked: SafeguardsAsked) {
  const query = db
    .selectFrom('safeguard')
    .innerJoin('team', 'team.id', 'safeguard.team_id')
    .leftJoin('person', 'person.id', 'safeguard.owner_id')
    .leftJoin('team as owners_team', 'owners_team.id', 'person.team_id')
    .selectAll('safeguard')
    .select([
      'team.name as team_name',
      'team.ended_on',
      'person.name as owner_name',
      'person.email',
      'person.leaves_on',
    ])
    .select('owners_team.name as owners_team_name')
    .orderBy('team.name')
    .orderBy('safeguard.title')
    .orderBy('safeguard.id');
  switch (asked.of) {
    case 'all':
      return query.execute();
    case 'teams':
      return query.where('safeguard.team_id', 'in', [...asked.teamIds, -1]).execute();
    case 'cases':
      return query.where('safeguard.case_id', 'in', [...asked.caseIds, '']).execute();
    case 'owner':
      return query.where('safeguard.owner_id', '=', asked.personId).execute();
    case 'owners-of':
      return query.where('person.team_id', '=', asked.teamId).execute();
    case 'one':
      return query.where('safeguard.id', '=', asked.id).execute();
  }
}

function safeguardOf(row: Row, events: readonly SafeguardEventRow[], on: string): Safeguard {
  return {
    ...{ id: row.id, title: row.title, since: row.since, caseId: row.case_id, reason: row.reason, events },
    team: { id: row.team_id, name: row.team_name, ended: row.ended_on !== null },
    owner: ownerOf(row, on),
    standing: standingOn(events.map(eventOf), on),
  };
}

function ownerOf(row: Row, on: string): Safeguard['owner'] {
  const { owner_id: id, owner_name: name, email, owners_team_name: teamName, leaves_on } = row;
  if (id === null || name === null || email === null || teamName === null || hasLeft(leaves_on, on)) return null;
  return { id, name, email, teamName };
}
