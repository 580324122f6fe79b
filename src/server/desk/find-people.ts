import { sql } from 'kysely';
import type { Db } from '#server/database/open-database.ts';
import { idsOf, type TeamScope } from './team-scope.ts';

/** Somebody as a form lists them to choose from. */
export type FoundPerson = { id: number; name: string; email: string; role: string; teamId: number; teamName: string };

/** Found people that a form lists; whoever does not find theirs among them types more of the name. */
export const mostFound = 20;

/** People of some teams by a part of their name or address, by name. */
export async function findPeople(db: Db, scope: TeamScope, text: string): Promise<FoundPerson[]> {
  const wanted = text.normalize('NFKC').trim().toLowerCase();
  if (wanted === '') return [];
  const like = `%${wanted.replaceAll(/[!%_]/g, '!$&')}%`;
  // SQLite knows the case of ASCII letters alone, so what was typed is looked for as it is too.
  const asTyped = `%${text.trim().replaceAll(/[!%_]/g, '!$&')}%`;
  return people(db, scope)
    .where(
      sql<boolean>`(lower(person.name || ' ' || person.email) LIKE ${like} ESCAPE '!' OR person.name LIKE ${asTyped} ESCAPE '!')`,
    )
    .orderBy('person.name')
    .orderBy('person.id')
    .limit(mostFound)
    .execute();
}

export async function readPeopleNamed(db: Db, scope: TeamScope, ids: readonly number[]): Promise<FoundPerson[]> {
  if (ids.length === 0) return [];
  return people(db, scope).where('person.id', 'in', ids).orderBy('person.name').orderBy('person.id').execute();
}

export async function readRoles(db: Db, scope: TeamScope): Promise<string[]> {
  const rows = await ofScope(db, scope).select('person.role').distinct().orderBy('person.role').execute();
  return rows.map(({ role }) => role);
}

function people(db: Db, scope: TeamScope) {
  return ofScope(db, scope).select([
    'person.id',
    'person.name',
    'person.email',
    'person.role',
    'team.id as teamId',
    'team.name as teamName',
  ]);
}

function ofScope(db: Db, scope: TeamScope) {
  return db
    .selectFrom('person')
    .innerJoin('team', 'team.id', 'person.team_id')
    .$if(scope !== 'house', (query) => query.where('person.team_id', 'in', [...idsOf(scope), -1]));
}
