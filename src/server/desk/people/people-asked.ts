import { languages } from '#i18n/languages.ts';
import { type PeopleAsked, peopleFilters, peopleOrders } from './list-people.ts';

const longestFind = 120;

/** What an address of the list asks for, its numbers read by `rowId`; what it says wrongly, it does not say. */
export function peopleAskedIn(params: URLSearchParams, rowId: (text: string) => number): PeopleAsked {
  const given = (name: string) => params.get(name) ?? '';
  const state = given('state');
  const sort = given('sort');
  const language = given('language');
  return {
    find: given('find').slice(0, longestFind),
    team: given('team') === '' ? null : rowId(given('team')),
    role: given('role') || null,
    language: languages.find((known) => known === language) ?? null,
    state: peopleFilters.find((known) => known === state) ?? 'here',
    sort: peopleOrders.find((known) => known === sort) ?? 'name',
    page: Math.max(1, rowId(given('page'))),
  };
}

/** The address of another page of the same list. */
export function addressOf(asked: PeopleAsked, page: number): string {
  const { find, team, role, language, state, sort } = asked;
  const params = new URLSearchParams({ state, sort, page: String(page) });
  for (const [name, value] of Object.entries({ find, team, role, language }))
    if (value !== null && value !== '') params.set(name, String(value));
  return `/desk/people?${params}`;
}
