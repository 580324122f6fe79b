import { createHash } from 'node:crypto';
import type { Vocabulary } from '#catalogue/schema/vocabulary.ts';
import type { ImportPlan } from '#core/people/import-plan.ts';
import type { ListedPerson, ListFault } from '#core/people/listed-person.ts';
import { planImport } from '#core/people/plan-import.ts';
import type { columnsOf } from '#core/tables/staff-columns.ts';
import { firstLanguage } from '#i18n/languages.ts';
import { termNamed } from '#search/name-inputs.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { turnWhenDue } from '#server/next-turn.ts';
import { erasedIn, readErasedAddresses } from '../erased-addresses.ts';
import { readBeside } from '../files/read-beside.ts';
import type { FileFault, StaffFile } from '../files/staff-file.ts';
import { fileAnswersOf, type ImportSettings, planAnswersOf } from './import-settings.ts';
import { type Known, readKnown } from './known-people.ts';
import { type PeopleLines, peopleLines } from './people-lines.ts';
import { proposedColumns } from './proposed-columns.ts';
import { type RoleWord, roleFinder, unknownRoleWords } from './role-words.ts';

export type ReadFile = Extract<StaffFile, { ok: true }>;

/** Whose import it is: which teams they may change, by id. */
export type ImportScope = 'house' | ReadonlySet<number>;

export type ImportParts = { db: Db; vocabulary: Vocabulary; scope: ImportScope };

/** What of a file must be said before a plan can be made of it, besides what its reader asks. */
export const neededKinds = ['email', 'name', 'team', 'absence', 'roles', 'role', 'zone'] as const;

export type Needed = (typeof neededKinds)[number];

export type ReadImport =
  | { step: 'refused'; faults: FileFault[] }
  | { step: 'asked'; file: ReadFile; needed: Needed[]; roleWords: RoleWord[]; likelyZone: string | null }
  | {
      step: 'planned';
      file: ReadFile;
      lines: number;
      plan: ImportPlan;
      /** Of all that the plan does: another means that the world has changed since. */
      digest: string;
    };

export type FileToRead = { name: string; bytes: Uint8Array };

/** Reads a file with what was said of it so far: what is still to be asked, or what it would change. */
export async function readImport(
  { db, vocabulary, scope }: ImportParts,
  { name, bytes }: FileToRead,
  settings: ImportSettings,
  now: Instant,
): Promise<ReadImport> {
  const file = await readBeside(bytes, name, fileAnswersOf(settings));
  if (!file.ok) return { step: 'refused', faults: file.faults };
  // Whose encoding is not known yet has no headings.
  const missing = file.headings.length === 0 ? [] : missingColumns(file, settings);
  const parts = { db, vocabulary, scope };
  if (file.questions.length > 0 && missing.length === 0 && file.questions.every(({ about }) => about === 'column'))
    return askedAsProposed(parts, file, { name, bytes }, settings, now);
  if (file.questions.length > 0 || missing.length > 0)
    return { step: 'asked', file, needed: [...missing, ...absenceNeeded(settings)], roleWords: [], likelyZone: null };
  const today = dayOf(now);
  const known = await readKnown(db, today);
  const roleOf = roleFinder(vocabulary, settings.roles);
  const roleWords = unknownRoleWords(
    vocabulary,
    file.records.map(({ record }) => record['role'] ?? ''),
    roleOf,
  );
  const passed = () => performance.now();
  const lines = await peopleLines(
    file,
    {
      roleOf,
      sectorOf: (word) => termNamed(vocabulary.sectors, word),
      team: known.teams.find(({ id }) => id === settings.teamId)?.name ?? null,
    },
    turnWhenDue(passed),
  );
  const needed = [...absenceNeeded(settings), ...neededOfJoiners(lines.rows, known, settings, roleWords)];
  if (needed.length > 0)
    return { step: 'asked', file, needed, roleWords, likelyZone: mostUsed([...known.zones.values()]) };
  const erasedAt = erasedIn(await readErasedAddresses(db));
  const plan = planImport({
    rows: lines.rows,
    faulty: lines.faulty,
    known,
    today,
    isErased: (email) => erasedAt(email) !== null,
    mayChange: (teamId) => scope === 'house' || (teamId !== null && scope.has(teamId)),
    absence: absenceFor(scope, settings),
    usual: {
      role: settings.otherRole,
      zone: settings.zone,
      language: firstLanguage,
      zoneOf: (teamId) => known.zones.get(teamId) ?? null,
    },
    answers: planAnswersOf(settings),
  });
  const whole = { ...plan, faults: inOrder([...lines.faults, ...plan.faults]) };
  return { step: 'planned', file, lines: file.records.length, plan: whole, digest: digestOf(whole) };
}

/** What will be asked once the proposals for the columns are agreed to is asked beside them, so that one page is enough. */
async function askedAsProposed(
  parts: ImportParts,
  file: ReadFile,
  bytes: FileToRead,
  settings: ImportSettings,
  now: Instant,
): Promise<ReadImport> {
  const proposed = proposedColumns(file);
  const columns = Object.fromEntries(file.headings.map((heading, at) => [heading, proposed[at] ?? null]));
  const next = await readImport(parts, bytes, { ...settings, file: { ...settings.file, columns } }, now);
  return next.step === 'asked'
    ? { ...next, file: { ...file, questions: [...file.questions, ...next.file.questions] } }
    : { step: 'asked', file, needed: absenceNeeded(settings), roleWords: [], likelyZone: null };
}

function mostUsed(zones: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const zone of zones) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  const [first] = [...counts].sort(([, one], [, other]) => other - one);
  return first?.[0] ?? null;
}

/** The day in UTC: of somebody whose last day was yesterday it may still be yesterday. */
export function dayOf(now: Instant): string {
  return new Date(now).toISOString().slice(0, 10);
}

function missingColumns(file: ReadFile, { teamId, file: { values = {} } }: ImportSettings): Needed[] {
  const has = (column: (typeof columnsOf)['people'][number]) =>
    proposedColumns(file).includes(column) || values[column] !== undefined;
  const hasName = has('name') || has('givenName') || has('familyName');
  return [
    ...(has('email') ? [] : ['email' as const]),
    ...(hasName ? [] : ['name' as const]),
    ...(has('team') || teamId !== null ? [] : ['team' as const]),
  ];
}

const absenceNeeded = ({ absence }: ImportSettings): Needed[] => (absence === null ? ['absence'] : []);

/** Only the house may say that a list holds everybody. */
function absenceFor(scope: ImportScope, { absence }: ImportSettings) {
  return absence === 'house' && scope !== 'house' ? 'teams' : (absence ?? 'nobody');
}

/** What is said of nobody who would join. */
function neededOfJoiners(
  rows: PeopleLines['rows'],
  known: Known,
  { otherRole, zone }: ImportSettings,
  roleWords: readonly RoleWord[],
): Needed[] {
  const addresses = new Set(known.people.map(({ email }) => email));
  const teams = new Set(known.teams.map(({ name }) => name));
  const joiners = rows.filter(({ email }) => !addresses.has(email));
  const lacks = (is: (row: ListedPerson) => boolean) => joiners.some(is);
  return [
    ...(roleWords.length > 0 && otherRole === null ? ['roles' as const] : []),
    ...(roleWords.length === 0 && otherRole === null && lacks(({ role }) => role === undefined)
      ? ['role' as const]
      : []),
    ...(zone === null && lacks((row) => row.zone === undefined && !teams.has(row.team)) ? ['zone' as const] : []),
  ];
}

function inOrder(faults: readonly ListFault[]): ListFault[] {
  return faults.toSorted((one, other) => one.line - other.line);
}

function digestOf(plan: ImportPlan): string {
  return createHash('sha256').update(JSON.stringify(plan)).digest('base64url');
}
