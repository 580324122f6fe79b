import type { Catalogue } from '#catalogue/catalogue.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { type Counted, countStandings } from '#core/planning/assignment-standing.ts';
import type { Db } from '#server/database/open-database.ts';
import type { AssignmentRow, Instant } from '#server/database/schema.ts';
import { plannableLessons } from '#server/nudges/plannable-lessons.ts';
import { type AssignmentStandings, type PersonStanding, readStandings } from './assignment-standings.ts';
import { idsOf, sees, type TeamScope } from './team-scope.ts';

/** *running*: its due date is not over. *over*: it is. */
export const assignmentViews = ['running', 'over', 'withdrawn'] as const;

export type AssignmentView = (typeof assignmentViews)[number];

export type AssignmentProgress = Pick<AssignmentStandings, 'assignment' | 'teamName' | 'roles'> &
  Counted & {
    /** `null` when the module is no longer in the library. */
    moduleTitle: string | null;
    /** Those it is for by name, where it is for people; empty for a team or roles. */
    named: string[];
    lateNames: string[];
  };

export const assignmentsOnPage = 20;

/** Where among many assignments a page of the list is; `page` begins with 1. */
export type AssignmentPlace = { view: AssignmentView; page: number };

/** One page of the assignments to some teams, the soonest due first, or of what is over the latest; with how far each has come. */
export async function readAssignments(
  db: Db,
  catalogue: Catalogue,
  scope: TeamScope,
  { view, page }: AssignmentPlace,
  now: Instant,
): Promise<{ all: number; lines: AssignmentProgress[] }> {
  const { all } = await inView(db, scope, view, now)
    .select((eb) => eb.fn.countAll<number>().as('all'))
    .executeTakeFirstOrThrow();
  const rows = await inView(db, scope, view, now)
    .selectAll()
    .orderBy('due_on', view === 'running' ? 'asc' : 'desc')
    .orderBy('id')
    .limit(assignmentsOnPage)
    .offset((page - 1) * assignmentsOnPage)
    .execute();
  return { all: Number(all), lines: await progressOf(db, catalogue, scope, rows, now) };
}

/** Assignments whose due date is so long ago are history: nobody is asked any more why they were late. */
const lateDays = 90;

/** So many of the latest are looked at for who is late: each may be of hundreds of people. */
const mostLookedAt = 60;

/** The assignments that somebody is late with, the latest first. */
export async function readLate(
  db: Db,
  catalogue: Catalogue,
  scope: TeamScope,
  now: Instant,
): Promise<AssignmentProgress[]> {
  const rows = await inView(db, scope, 'over', now)
    .selectAll()
    .where('due_on', '>=', dayOf(now - lateDays * dayMs))
    .orderBy('due_on', 'desc')
    .orderBy('id')
    .limit(mostLookedAt)
    .execute();
  const lines = await progressOf(db, catalogue, scope, rows, now);
  return lines.filter(({ late }) => late > 0);
}

const dayOf = (instant: Instant) => new Date(instant).toISOString().slice(0, 10);

function inView(db: Db, scope: TeamScope, view: AssignmentView, now: Instant) {
  const query = db
    .selectFrom('assignment')
    .$if(scope !== 'house', (own) => own.where('team_id', 'in', [...idsOf(scope), -1]));
  if (view === 'withdrawn') return query.where('withdrawn_at', 'is not', null);
  return query.where('withdrawn_at', 'is', null).where('due_on', view === 'running' ? '>=' : '<', dayOf(now));
}

async function progressOf(
  db: Db,
  catalogue: Catalogue,
  scope: TeamScope,
  rows: readonly AssignmentRow[],
  now: Instant,
): Promise<AssignmentProgress[]> {
  const sendable = new Set(plannableLessons(catalogue).map(({ id }) => id));
  const standings = await readStandings(db, rows, sendable, now);
  return standings.map((one) => progressIn(catalogue, scope, one));
}

/** How far one has come, of the people of these teams alone: somebody named may have moved to another. */
export function progressIn(
  catalogue: Catalogue,
  scope: TeamScope,
  { assignment, teamName, roles, people }: AssignmentStandings,
): AssignmentProgress {
  const own = people.filter(({ person }) => sees(scope, person.team_id));
  return {
    assignment,
    teamName,
    roles,
    moduleTitle: catalogue.modules.find(({ id }) => id === assignment.module_id)?.title ?? null,
    named: assignment.whom === 'people' ? own.map(({ person }) => person.name) : [],
    ...countStandings(own),
    lateNames: own.filter(isLate).map(({ person }) => person.name),
  };
}

const isLate = ({ standing }: PersonStanding) => standing === 'late';
