import type { ImportPlan, Leaving, PersonChange } from '#core/people/import-plan.ts';
import type { ListFault } from '#core/people/listed-person.ts';
import { readingSentence } from '#core/tables/reading-fault.ts';
import type { Words } from '#i18n/shape.ts';

/** A line of the preview, in words. `line` null is nobody's line of the file. */
export type PlanLine = { line: number | null; name: string; email: string; team: string; change: string };

export const planGroups = [
  'joined',
  'cameBack',
  'changed',
  'moved',
  'teamsMade',
  'teamsRenamed',
  'kept',
  'repeated',
  'erased',
  'faults',
] as const;

type Group = (typeof planGroups)[number];

/** Every group of a plan in words, leavers apart: of these each may be kept. */
export function planLines(plan: ImportPlan, words: Words): Record<Group, PlanLine[]> {
  const t = words.peopleImport;
  const names: Readonly<Record<string, string>> = t.columnNames;
  const changes = (change: PersonChange) => changeLine(change, t, names);
  return {
    joined: plan.joined.map(({ line, name, email, team }) => ({ line, name, email, team: team.name, change: '' })),
    cameBack: plan.cameBack.map(changes),
    changed: plan.changed.map(changes),
    moved: plan.moved.map(changes),
    teamsMade: plan.teamsMade.map(({ name, people }) => ({ ...noLine, name: t.preview.newTeam(name, people) })),
    teamsRenamed: plan.teamsRenamed.map(({ team, to }) => ({ ...noLine, name: t.preview.renamed(team.name, to) })),
    kept: plan.kept.map(leavingLine),
    repeated: plan.repeated.map(({ line, email }) => ({ ...noLine, line, email })),
    erased: plan.erased.map(({ line, email }) => ({ ...noLine, line, email })),
    faults: plan.faults.map((fault) => ({
      ...noLine,
      line: fault.line,
      name: names[fault.field] ?? fault.field,
      change: faultSentence(fault, words),
    })),
  };
}

function faultSentence(fault: ListFault, { peopleImport, readingFaults }: Words): string {
  return fault.wrong === 'unread'
    ? readingSentence(readingFaults, fault.why)
    : peopleImport.faults[fault.wrong](fault.said);
}

const noLine: PlanLine = { line: null, name: '', email: '', team: '', change: '' };

export function leavingLine({ name, email, team }: Leaving): PlanLine {
  return { ...noLine, name, email, team: team.name };
}

function changeLine(
  { row, email, newEmail, fields, move }: PersonChange,
  t: Words['peopleImport'],
  names: Readonly<Record<string, string>>,
): PlanLine {
  const shown = (value: string | number | null) => (value === null || value === '' ? t.preview.none : String(value));
  const from = (field: string, before: string | number | null, after: string | number | null) =>
    t.preview.from(names[field] ?? field, shown(before), shown(after));
  const said = [
    ...(newEmail === null ? [] : [from('email', email, newEmail)]),
    ...(move ? [from('team', move.from.name, move.to.name)] : []),
    ...fields.map((change) => from(change.field, change.from, change.to)),
  ];
  return {
    line: row.line,
    name: row.name,
    email: newEmail ?? email,
    team: move?.to.name ?? row.team,
    change: said.join('; '),
  };
}
