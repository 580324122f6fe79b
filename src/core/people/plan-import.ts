import { absentPeople } from './absent-people.ts';
import { changedFields } from './changed-fields.ts';
import type {
  Absence,
  ImportAnswers,
  ImportPlan,
  Joining,
  PersonChange,
  PlannedTeam,
  SameDoubt,
} from './import-plan.ts';
import type {
  FaultyLine,
  FormerAddress,
  FormerName,
  KnownPerson,
  KnownTeam,
  ListedPerson,
  ListFault,
  PersonFields,
} from './listed-person.ts';
import { type Match, matchPeople } from './match-people.ts';
import { remembering } from './remembering.ts';
import { renamedTeams } from './renamed-teams.ts';
import { rowsOnce } from './rows-once.ts';
import { nameKey } from './same-name.ts';
import { type TeamFinder, teamFinder, teamsToMake } from './teams-of-list.ts';

export type PlanImportInput = {
  rows: readonly ListedPerson[];
  faulty: readonly FaultyLine[];
  known: {
    people: readonly KnownPerson[];
    teams: readonly KnownTeam[];
    formerNames: readonly FormerName[];
    formerAddresses: readonly FormerAddress[];
  };
  /** Local day, ISO text: whoever's last day is before it has left. */
  today: string;
  isErased: (email: string) => boolean;
  /** `null` is a team that has still to be made. */
  mayChange: (teamId: number | null) => boolean;
  absence: Absence;
  /** What of those who join the list does not say. `zoneOf` is that of a known team. */
  usual: { role: string | null; zone: string | null; language: string; zoneOf: (teamId: number) => string | null };
  answers: ImportAnswers;
};

type Found = Exclude<Match, { is: 'new' }>;

/** What a list would change of what is known, with everything that has to be asked first. The order of its rows does not matter. */
export function planImport(input: PlanImportInput): ImportPlan {
  const { known, answers } = input;
  const once = rowsOnce(input.rows);
  const erased = once.rows.filter(({ email }) => input.isErased(email));
  const wanted = once.rows.filter(({ email }) => !input.isErased(email));
  const nowCalled = teamFinder(known.teams, known.formerNames);
  const matched = matchPeople(wanted, known.people, known.formerAddresses, nowCalled);
  const renameDoubts = renamedTeams(known, wanted, matched.matches.filter(isFound), nowCalled, answers.renamed);
  const renamed = renameDoubts.filter(({ answer }) => answer === 'yes');
  const teamOf = afterRenaming(nowCalled, renamed);
  const barred = matched.matches.flatMap((match) => barredLine(match, teamOf, input) ?? []);
  const barredLines = new Set(barred.map(({ line }) => line));
  const matches = matched.matches.filter(({ row }) => !barredLines.has(row.line));
  const people = judgePeople(matches, teamOf, input);
  const faults = [...once.faults, ...matched.faults, ...barred, ...people.faults];
  const faultLines = new Set(faults.map(({ line }) => line));
  const absent = absentPeople({
    absence: input.absence,
    people: known.people,
    teams: known.teams,
    present: new Set(
      matches
        .filter(isFound)
        .filter((match) => isPresent(match, answers))
        .map((match) => match.known.id),
    ),
    named: new Set(wanted.flatMap(({ team }) => teamOf(team)?.id ?? [])),
    mayChange: input.mayChange,
    faulty: [...input.faulty, ...input.rows.filter(({ line }) => faultLines.has(line)).map(asFaulty)],
    stays: answers.stays,
  });
  return {
    ...people,
    ...absent,
    faults: faults.toSorted(byLine),
    renameDoubts,
    teamsRenamed: renamed.map(({ team, to }) => ({ team, to })),
    erased: erased.map(({ line, email }) => ({ line, email })),
    repeated: once.repeated,
  };
}

const isFound = (match: Match): match is Found => match.is !== 'new';
const byLine = (one: { line: number }, other: { line: number }) => one.line - other.line;
const asFaulty = ({ line, email, name, team, staffNumber }: ListedPerson): FaultyLine => ({
  line,
  email,
  name,
  team,
  staffNumber: staffNumber ?? '',
});

const doubtKey = ({ row, known }: Found) => `${known.id} ${row.email}`;

/** Whoever may stand in the list under another address is not absent until somebody says that this is someone else. */
const isPresent = (match: Found, { same }: ImportAnswers) => match.is === 'sure' || same.get(doubtKey(match)) !== 'no';

function afterRenaming(nowCalled: TeamFinder, renamed: readonly { team: KnownTeam; to: string }[]): TeamFinder {
  const byKey = new Map(renamed.map(({ team, to }) => [nameKey(to), team]));
  return (name) => nowCalled(name) ?? byKey.get(nameKey(name)) ?? null;
}

/** A line that this trainer may not bring, as a fault: of a team, or a person, that is not theirs. */
function barredLine(match: Match, teamOf: TeamFinder, { mayChange }: PlanImportInput): ListFault | null {
  const { row } = match;
  const at = { line: row.line, said: row.team };
  if (!mayChange(teamOf(row.team)?.id ?? null)) return { ...at, field: 'team', wrong: 'not-your-team' };
  if (isFound(match) && !mayChange(match.known.teamId))
    return { line: row.line, field: 'email', wrong: 'not-your-person', said: row.email };
  return null;
}

type People = Pick<
  ImportPlan,
  'joined' | 'changed' | 'moved' | 'cameBack' | 'unchanged' | 'sameDoubts' | 'faults' | 'teamsMade'
>;

function judgePeople(matches: readonly Match[], teamOf: TeamFinder, input: PlanImportInput): People {
  const { joiners, changes, sameDoubts } = settleDoubts(matches, teamOf, input);
  const joined = joiners.flatMap((joiner) => (joiner.ok ? [joiner.joining] : []));
  const faults = joiners.flatMap((joiner) => (joiner.ok ? [] : joiner.faults));
  const taken = new Set([...joined, ...changes].map(({ line }) => line));
  const rows = matches.map(({ row }) => row).filter((row) => taken.has(row.line) && teamOf(row.team) === null);
  const teamsMade = teamsToMake(rows, (row) => row.zone ?? input.usual.zone ?? 'Etc/UTC');
  const keyOf = remembering(nameKey);
  const spelt = new Map(teamsMade.map(({ name }) => [nameKey(name), name]));
  const called = (team: PlannedTeam): PlannedTeam =>
    team.id === null ? { id: null, name: spelt.get(keyOf(team.name)) ?? team.name } : team;
  const moved = changes.map((change) =>
    change.move ? { ...change, move: { ...change.move, to: called(change.move.to) } } : change,
  );
  const touched = moved.filter(isTouched).toSorted(byLine);
  return {
    joined: joined.map((joining) => ({ ...joining, team: called(joining.team) })).toSorted(byLine),
    cameBack: touched.filter(({ cameBack }) => cameBack),
    moved: touched.filter(({ cameBack, move }) => !cameBack && move),
    changed: touched.filter(({ cameBack, move }) => !cameBack && !move),
    unchanged: moved.length - touched.length,
    sameDoubts: sameDoubts.toSorted(byLine),
    teamsMade,
    faults,
  };
}

const isTouched = ({ newEmail, fields, move, cameBack }: PersonChange) =>
  newEmail !== null || fields.length > 0 || move !== null || cameBack;

type Joiner = { ok: true; joining: Joining } | { ok: false; faults: ListFault[] };

/** A line whose question is open does nothing yet. */
function settleDoubts(matches: readonly Match[], teamOf: TeamFinder, input: PlanImportInput) {
  const joiners: Joiner[] = [];
  const changes: PersonChange[] = [];
  const sameDoubts: SameDoubt[] = [];
  const teamNames = new Map(input.known.teams.map(({ id, name }) => [id, name]));
  for (const match of matches) {
    if (match.is === 'likely') {
      const { row, known, evidence } = match;
      const answer = input.answers.same.get(doubtKey(match)) ?? null;
      const { id: personId, name, email } = known;
      sameDoubts.push({
        key: doubtKey(match),
        evidence,
        line: row.line,
        listed: { name: row.name, email: row.email, team: row.team },
        known: { personId, name, email, team: teamNames.get(known.teamId) ?? '' },
        answer,
      });
      if (answer === null) continue;
      if (answer === 'yes') changes.push(changeOf(row, known, teamOf, teamNames, input.today));
      else joiners.push(joinerOf(row, teamOf, input));
    } else if (match.is === 'sure') changes.push(changeOf(match.row, match.known, teamOf, teamNames, input.today));
    else joiners.push(joinerOf(match.row, teamOf, input));
  }
  return { joiners, changes, sameDoubts };
}

function joinerOf(row: ListedPerson, teamOf: TeamFinder, { usual }: PlanImportInput): Joiner {
  const { line, email, name, staffNumber, joined, starts, leaves, away, shifts, holidays, language, pace } = row;
  const team = teamOf(row.team);
  const role = row.role ?? usual.role;
  const zone = row.zone ?? (team ? usual.zoneOf(team.id) : null) ?? usual.zone;
  if (role === null || zone === null) {
    const missing = [...(role === null ? ['role'] : []), ...(zone === null ? ['zone'] : [])];
    return { ok: false, faults: missing.map((field) => ({ line, field, wrong: 'missing', said: '' })) };
  }
  const fields: PersonFields = {
    name,
    role,
    zone,
    language: language ?? usual.language,
    staffNumber: staffNumber ?? null,
    joined: joined ?? null,
    starts: starts ?? null,
    leaves: leaves ?? null,
    away: away ?? null,
    shifts: shifts ?? null,
    holidays: holidays ?? null,
  };
  return {
    ok: true,
    joining: { line, email, team: team ?? { id: null, name: row.team }, pace: pace ?? null, ...fields },
  };
}

function changeOf(
  row: ListedPerson,
  known: KnownPerson,
  teamOf: TeamFinder,
  teamNames: ReadonlyMap<number, string>,
  today: string,
): PersonChange {
  const to = teamOf(row.team) ?? { id: null, name: row.team };
  const from = { id: known.teamId, name: teamNames.get(known.teamId) ?? '' };
  return {
    line: row.line,
    personId: known.id,
    email: known.email,
    row,
    newEmail: row.email === known.email ? null : row.email,
    fields: changedFields(row, known),
    move: to.id === known.teamId ? null : { from, to },
    // A list that gives a last day which is over says that they have left.
    cameBack: known.hasLeft && !(row.leaves && row.leaves < today),
  };
}
