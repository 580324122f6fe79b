import type { Evidence } from './import-plan.ts';
import type { FormerAddress, KnownPerson, ListedPerson, ListFault } from './listed-person.ts';
import { nameKey } from './same-name.ts';
import type { TeamFinder } from './teams-of-list.ts';

/** Who of those known a row may be about. *sure*: their address stands there. */
export type Match =
  | { row: ListedPerson; is: 'sure'; known: KnownPerson }
  | { row: ListedPerson; is: 'likely'; known: KnownPerson; evidence: Evidence }
  | { row: ListedPerson; is: 'new' };

/**
 * Holds rows against those known, each of whom is claimed once at most: by their address; else by their staff number; else by an address that
 * they had before; else by name and team, where neither is there twice. A row whose address is one person's and whose number another's is a fault: it cannot be taken without losing somebody.
 */
export function matchPeople(
  rows: readonly ListedPerson[],
  known: readonly KnownPerson[],
  formerAddresses: readonly FormerAddress[],
  teamOf: TeamFinder,
): { matches: Match[]; faults: ListFault[] } {
  const byAddress = new Map(known.map((person) => [person.email, person]));
  const byNumber = new Map(known.flatMap((person) => (person.staffNumber ? [[person.staffNumber, person]] : [])));
  const byId = new Map(known.map((person) => [person.id, person]));
  const byFormer = new Map(formerAddresses.map(({ address, personId }) => [address, byId.get(personId)]));
  const matches: Match[] = [];
  const faults: ListFault[] = [];
  const strangers: ListedPerson[] = [];
  const claimed = new Set<number>();
  for (const row of rows) {
    const owner = byAddress.get(row.email);
    if (!owner) strangers.push(row);
    else {
      claimed.add(owner.id);
      const fault = conflict(row, owner, byNumber);
      if (fault) faults.push(fault);
      else matches.push({ row, is: 'sure', known: owner });
    }
  }
  const free = (person: KnownPerson | undefined) => (person && !claimed.has(person.id) ? person : undefined);
  const claim = (
    left: readonly ListedPerson[],
    evidence: Evidence,
    of: (row: ListedPerson) => KnownPerson | undefined,
  ) =>
    left.filter((row) => {
      const person = free(of(row));
      if (!person) return true;
      claimed.add(person.id);
      matches.push({ row, is: 'likely', known: person, evidence });
      return false;
    });
  const unnumbered = claim(strangers, 'staff-number', ({ staffNumber }) =>
    staffNumber ? byNumber.get(staffNumber) : undefined,
  );
  const unknown = claim(unnumbered.toSorted(byAddressOf), 'former-address', ({ email }) => byFormer.get(email));
  const namesakes = namesakesOf(
    known.filter((person) => free(person)),
    unknown,
    teamOf,
  );
  for (const row of unknown) {
    const person = namesakes.get(row);
    if (person) matches.push({ row, is: 'likely', known: person, evidence: 'name-and-team' });
    else matches.push({ row, is: 'new' });
  }
  return { matches, faults };
}

const byAddressOf = (one: ListedPerson, other: ListedPerson) => (one.email < other.email ? -1 : 1);

function conflict(row: ListedPerson, owner: KnownPerson, byNumber: ReadonlyMap<string, KnownPerson>): ListFault | null {
  const number = row.staffNumber;
  if (!number || number === owner.staffNumber) return null;
  const other = byNumber.get(number);
  if (other) return { line: row.line, field: 'staffNumber', wrong: 'two-people', said: other.email };
  const renumbered = owner.staffNumber !== null && nameKey(owner.name) !== nameKey(row.name);
  return renumbered ? { line: row.line, field: 'email', wrong: 'address-of-another', said: owner.name } : null;
}

/** For each row the one person of its name and team, where there is one, and this row alone is called so. */
function namesakesOf(
  people: readonly KnownPerson[],
  rows: readonly ListedPerson[],
  teamOf: TeamFinder,
): Map<ListedPerson, KnownPerson> {
  const peopleBy = Map.groupBy(people, ({ name, teamId }) => `${teamId} ${nameKey(name)}`);
  const rowsBy = Map.groupBy(rows, ({ name, team }) => `${teamOf(team)?.id ?? ''} ${nameKey(name)}`);
  const found = new Map<ListedPerson, KnownPerson>();
  for (const [key, [row, ...otherRows]] of rowsBy) {
    const [person, ...others] = peopleBy.get(key) ?? [];
    if (!row || !person || otherRows.length > 0 || others.length > 0) continue;
    const otherNumber = row.staffNumber && person.staffNumber && row.staffNumber !== person.staffNumber;
    if (!otherNumber) found.set(row, person);
  }
  return found;
}
