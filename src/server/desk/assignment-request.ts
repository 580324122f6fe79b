import type { Catalogue } from '#catalogue/catalogue.ts';
import { type AssignedTo, isAssignedTo } from '#core/planning/assigned-to.ts';
import { daysUntilTyped, localDate } from '#core/planning/calendar/calendar.ts';
import type { PlannedAssignment } from '#core/planning/planner-types.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, PersonRow, TeamRow } from '#server/database/schema.ts';
import { plannableLessons } from '#server/nudges/plannable-lessons.ts';
import { readAssigned } from '#server/nudges/read-assigned.ts';

/** A module for teams, for roles within them (none named is everybody), and for people by name, until a local day. */
export type AssignmentRequest = {
  moduleId: string;
  dueOn: string;
  teamIds: readonly number[];
  roles: readonly string[];
  personIds: readonly number[];
};

/** What becomes one assignment: it is always within one team. */
export type AssignmentPart = { team: Pick<TeamRow, 'id' | 'name' | 'zone'>; from: string; to: AssignedTo };

export type CheckedRequest = {
  moduleId: string;
  /** Those of the module that can be sent, in its order. */
  lessonIds: string[];
  dueOn: string;
  parts: AssignmentPart[];
  /** Teams and people left out, as they have it already. */
  already: string[];
};

export const requestFaults = [
  'nobody',
  'no-such-team',
  'no-such-person',
  'no-such-module',
  'bad-date',
  'assigned-already',
] as const;

export type RequestFault = (typeof requestFaults)[number];

/** Longer than this and a date is more likely a typing slip; it also bounds the work of the forecast. */
const furthestDays = 366;

type Named = Pick<PersonRow, 'id' | 'name' | 'role' | 'team_id'>;

/** Who would be assigned what, or what is wrong with it. Whoever has the module already, as far as it runs, is left out. */
export async function checkRequest(
  { db, catalogue, now }: { db: Db; catalogue: Catalogue; now: Instant },
  request: AssignmentRequest,
): Promise<{ ok: true; request: CheckedRequest } | { ok: false; reason: RequestFault }> {
  const { moduleId, dueOn } = request;
  if (request.teamIds.length === 0 && request.personIds.length === 0) return { ok: false, reason: 'nobody' };
  const people = await readPeople(db, request.personIds);
  if (people.length < new Set(request.personIds).size) return { ok: false, reason: 'no-such-person' };
  const chosen = new Set(request.teamIds);
  const teams = await readTeams(db, [...chosen, ...people.map(({ team_id }) => team_id)]);
  if ([...chosen].some((id) => !teams.has(id))) return { ok: false, reason: 'no-such-team' };
  const module = catalogue.modules.find(({ id }) => id === moduleId);
  if (!module) return { ok: false, reason: 'no-such-module' };
  const sendable = new Set(plannableLessons(catalogue).map(({ id }) => id));
  const lessonIds = module.lessons.filter((id) => sendable.has(id));
  const parts = [...teams.values()].flatMap((team) => partsOf(team, request, people, now));
  if (parts.some(({ from }) => !isUsableDate(from, dueOn))) return { ok: false, reason: 'bad-date' };
  const running = await readAssigned(db, [...teams.keys()], sendable, now);
  const left = parts.map((part) => withoutAlready(part, sameModule(running.get(part.team.id), moduleId, part), people));
  const open = left.flatMap(({ part }) => part ?? []);
  if (open.length === 0) return { ok: false, reason: 'assigned-already' };
  return {
    ok: true,
    request: { moduleId, lessonIds, dueOn, parts: open, already: left.flatMap((one) => one.already) },
  };
}

export function isUsableDate(from: string, dueOn: string): boolean {
  const days = daysUntilTyped(from, dueOn);
  return days !== null && days >= 1 && days <= furthestDays;
}

async function readPeople(db: Db, ids: readonly number[]): Promise<Named[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('person')
    .select(['id', 'name', 'role', 'team_id'])
    .where('id', 'in', ids)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

async function readTeams(db: Db, ids: readonly number[]): Promise<Map<number, AssignmentPart['team']>> {
  const rows = await db
    .selectFrom('team')
    .select(['id', 'name', 'zone'])
    .where('id', 'in', ids)
    .orderBy('id')
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Somebody named whose team has it anyway is in it once. */
function partsOf(
  team: AssignmentPart['team'],
  { teamIds, roles }: AssignmentRequest,
  people: readonly Named[],
  now: Instant,
): AssignmentPart[] {
  const from = localDate(now, team.zone).toString();
  const whole: AssignedTo = roles.length === 0 ? { kind: 'team' } : { kind: 'roles', roles };
  const isChosen = teamIds.includes(team.id);
  const named = people.filter((person) => person.team_id === team.id && !(isChosen && isAssignedTo(person, whole)));
  return [
    ...(isChosen ? [{ team, from, to: whole }] : []),
    ...(named.length > 0
      ? [{ team, from, to: { kind: 'people', personIds: new Set(named.map(({ id }) => id)) } as const }]
      : []),
  ];
}

function sameModule(
  running: readonly PlannedAssignment[] | undefined,
  moduleId: string,
  { from }: AssignmentPart,
): AssignedTo[] {
  return (running ?? []).filter((open) => open.moduleId === moduleId && open.dueOn >= from).map(({ to }) => to);
}

function withoutAlready(
  part: AssignmentPart,
  running: readonly AssignedTo[],
  people: readonly Named[],
): { part: AssignmentPart | null; already: string[] } {
  const { to, team } = part;
  const wholeTeam = running.some(({ kind }) => kind === 'team');
  switch (to.kind) {
    case 'team':
      return wholeTeam ? { part: null, already: [team.name] } : { part, already: [] };
    case 'roles': {
      const have = new Set(running.flatMap((one) => (one.kind === 'roles' ? one.roles : [])));
      const roles = wholeTeam ? [] : to.roles.filter((role) => !have.has(role));
      return {
        part: roles.length > 0 ? { ...part, to: { kind: 'roles', roles } } : null,
        already: roles.length > 0 ? [] : [team.name],
      };
    }
    case 'people': {
      const named = people.filter(({ id }) => to.personIds.has(id));
      const have = named.filter((person) => running.some((one) => isAssignedTo(person, one)));
      const rest = named.filter((person) => !have.includes(person));
      const personIds = new Set(rest.map(({ id }) => id));
      return {
        part: rest.length > 0 ? { ...part, to: { kind: 'people', personIds } } : null,
        already: have.map(({ name }) => name),
      };
    }
  }
}
