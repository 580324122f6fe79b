import type { Absence, Leaving } from './import-plan.ts';
import type { FaultyLine, KnownPerson, KnownTeam } from './listed-person.ts';
import { nameKey } from './same-name.ts';

/** What a list says about those it leaves out. */
export type AbsentAsked = {
  absence: Absence;
  people: readonly KnownPerson[];
  teams: readonly KnownTeam[];
  /** Ids of those who stand in the list, and of those about whom a question is open. */
  present: ReadonlySet<number>;
  /** Ids of the teams that the list names. */
  named: ReadonlySet<number>;
  mayChange: (teamId: number) => boolean;
  faulty: readonly FaultyLine[];
  stays: ReadonlySet<number>;
};

/** Those who are known, in post and not in the list, as far as it speaks of them. Whom a faulty line may be about is kept. */
export function absentPeople(asked: AbsentAsked): { left: Leaving[]; kept: Leaving[]; spokenOf: number } {
  const teams = new Map(asked.teams.map((team) => [team.id, team]));
  const onFaultyLine = faultyLineAbout(asked.faulty);
  const left: Leaving[] = [];
  const kept: Leaving[] = [];
  let spokenOf = 0;
  for (const person of asked.people) {
    const team = teams.get(person.teamId);
    if (!team || person.hasLeft || !isSpokenOf(person, asked)) continue;
    spokenOf += 1;
    if (asked.present.has(person.id)) continue;
    const leaving = { personId: person.id, email: person.email, name: person.name, team };
    if (asked.stays.has(person.id) || onFaultyLine(person)) kept.push(leaving);
    else left.push(leaving);
  }
  return { left, kept, spokenOf };
}

function isSpokenOf({ teamId }: KnownPerson, { absence, named, mayChange }: AbsentAsked): boolean {
  if (absence === 'nobody' || !mayChange(teamId)) return false;
  return absence === 'house' || named.has(teamId);
}

/** By any of what can be read there: their address, their number, their name. */
function faultyLineAbout(faulty: readonly FaultyLine[]): (person: KnownPerson) => boolean {
  const addresses = new Set(faulty.map(({ email }) => email));
  const numbers = new Set(faulty.map(({ staffNumber }) => staffNumber).filter(Boolean));
  const names = new Set(faulty.map(({ name }) => nameKey(name)).filter(Boolean));
  return ({ email, staffNumber, name }) =>
    addresses.has(email) || (staffNumber !== null && numbers.has(staffNumber)) || names.has(nameKey(name));
}
