import { type Expression, type SqlBool, sql } from 'kysely';
import { type PersonState, personState, personStates } from '#core/people/person-state.ts';
import { nameKey } from '#core/people/same-name.ts';
import { localDate } from '#core/planning/calendar/calendar.ts';
import type { Language } from '#i18n/languages.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { hasNotLeft, isIn } from '#server/people/in-post.ts';
import { idsOf, type TeamScope } from '../team-scope.ts';

/** People on one page of the desk. */
export const peopleOnPage = 50;

/** Whom to list: a state of theirs, whoever has not left, those whose team ended, or all. */
export const peopleFilters = ['here', ...personStates, 'no-team', 'all'] as const;

export type PeopleFilter = (typeof peopleFilters)[number];

export const peopleOrders = ['name', 'team', 'newest', 'last-day'] as const;

export type PeopleOrder = (typeof peopleOrders)[number];

export type PeopleAsked = {
  /** Words that all stand in the name, the address, the team's name or the staff number; empty is any. */
  find: string;
  /** Null is any. */
  team: number | null;
  role: string | null;
  language: Language | null;
  state: PeopleFilter;
  sort: PeopleOrder;
  /** From 1. One that is not there is the nearest. */
  page: number;
};

export type ListedPerson = {
  id: number;
  name: string;
  email: string;
  role: string;
  language: Language;
  staffNumber: string | null;
  teamId: number;
  team: string;
  teamEnded: boolean;
  state: PersonState;
  /** First day, last day or last day of the absence, as the state has one. */
  day: string | null;
};

export type PeopleList = { people: ListedPerson[]; found: number; page: number; pages: number };

/** One page of the people of a scope. Days are those of UTC: somebody whose last day is over elsewhere is in the next list. */
export async function listPeople(db: Db, scope: TeamScope, asked: PeopleAsked, now: Instant): Promise<PeopleList> {
  const matching = peopleAsked(db, scope, asked, localDate(now, 'Etc/UTC').toString());
  const { found } = await matching.select((eb) => eb.fn.countAll<number>().as('found')).executeTakeFirstOrThrow();
  const pages = Math.max(1, Math.ceil(Number(found) / peopleOnPage));
  const page = Math.min(Math.max(1, asked.page), pages);
  const rows = await inOrder(matching, asked.sort)
    .select(['person.id', 'person.name', 'person.email', 'person.role', 'person.language', 'person.zone'])
    .select(['person.staff_number', 'person.starts_on', 'person.leaves_on', 'person.away_until'])
    .select(['team.id as teamId', 'team.name as team', 'team.ended_on'])
    .limit(peopleOnPage)
    .offset((page - 1) * peopleOnPage)
    .execute();
  const people = rows.map(({ zone, staff_number, starts_on, leaves_on, away_until, ended_on, ...row }) => {
    const state = personState({ starts_on, leaves_on, away_until }, localDate(now, zone).toString());
    const day = { left: leaves_on, joining: starts_on, away: away_until, 'in-post': leaves_on }[state];
    return { ...row, staffNumber: staff_number, teamEnded: ended_on !== null, state, day };
  });
  return { people, found: Number(found), page, pages };
}

function peopleAsked(db: Db, scope: TeamScope, { find, team, role, language, state }: PeopleAsked, today: string) {
  let query = db.selectFrom('person').innerJoin('team', 'team.id', 'person.team_id');
  if (scope !== 'house') query = query.where('person.team_id', 'in', [0, ...idsOf(scope)]);
  if (team !== null) query = query.where('person.team_id', '=', team);
  if (role !== null) query = query.where('person.role', '=', role);
  if (language !== null) query = query.where('person.language', '=', language);
  for (const word of wordsIn(find)) query = query.where((eb) => eb.or(searched.map((column) => holds(column, word))));
  if (state === 'all') return query;
  if (state === 'no-team') return query.where('team.ended_on', 'is not', null).where(hasNotLeft(today));
  return state === 'here' ? query.where(hasNotLeft(today)) : query.where(isIn(state, today));
}

const mostWords = 6;

const searched = ['person.name_key', 'person.email', 'team.name_key', 'person.staff_number'] as const;

function holds(column: (typeof searched)[number], word: string): Expression<SqlBool> {
  const part = `%${word.replaceAll(/[!%_]/g, '!$&')}%`;
  return sql<SqlBool>`lower(${sql.ref(column)}) LIKE ${part} ESCAPE '!'`;
}

/** Folded as names are, so that "MÜLLER" finds Müller. */
function wordsIn(find: string): string[] {
  return nameKey(find)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, mostWords);
}

function inOrder(query: ReturnType<typeof peopleAsked>, sort: PeopleOrder) {
  switch (sort) {
    case 'name':
      return query.orderBy('person.name_key').orderBy('person.id');
    case 'team':
      return query.orderBy('team.name_key').orderBy('team.id').orderBy('person.name_key').orderBy('person.id');
    case 'newest':
      return query.orderBy('person.created_at', 'desc').orderBy('person.id', 'desc');
    case 'last-day':
      return query
        .orderBy((eb) => eb.fn.coalesce('person.leaves_on', eb.val('9999')))
        .orderBy('person.name_key')
        .orderBy('person.id');
  }
}
