import { type DeskAccess, scopeOn } from '#server/desk/roles/desk-access.ts';
import { mayAsk, mayOpen } from '#server/desk/roles/who-may.ts';
import { sees } from '#server/desk/team-scope.ts';
import { routeOf } from './route-of.ts';

/**
 * An address of the desk where it leads somewhere for its reader, and nothing where it does not: an `a` without `href` is plain words. Pages that several
 * roles read ask it of each link, so that nobody is shown a door that is not for them.
 */
export function wayTo(access: Pick<DeskAccess, 'standings' | 'teams'>, address: string): string | undefined {
  const route = routeOf(address);
  if (!mayOpen(access.standings, route)) return undefined;
  const team = teamIn(address);
  if (team === null) return address;
  if (route === '/desk/results' && !mayAsk(access.standings, 'results.team')) return undefined;
  // Names may stand on the page of one team, whatever stands on the page that leads to it.
  return sees(scopeOn(access, false), team) ? address : undefined;
}

/** The one team that an address is about. */
function teamIn(address: string): number | null {
  const { pathname, searchParams } = new URL(address, 'http://desk.invalid');
  const [, inPath] = /^\/desk\/teams\/(\d+)/.exec(pathname) ?? [];
  const id = Number(inPath ?? searchParams.get('team') ?? Number.NaN);
  return Number.isInteger(id) ? id : null;
}
