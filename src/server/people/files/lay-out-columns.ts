import { type Guessable, guessable, guessColumns } from '#core/tables/guess-columns.ts';
import { type HeadingProposal, mapHeadings } from '#core/tables/map-headings.ts';
import { type ListKind, listKinds, requiredOf, type StaffColumn } from '#core/tables/staff-columns.ts';
import { namedZone } from '../named-zone.ts';
import { findHeadings } from './find-headings.ts';
import type { Cell, FileAnswers, FileChoice, FileFault, FileQuestion, RawTable, StaffRow } from './staff-file.ts';

/** A table whose columns are known, or asked about. */
export type LaidOut = {
  headingLine: number;
  headings: string[];
  list: ListKind | null;
  columns: (StaffColumn | null)[];
  leftOut: { heading: string; near: StaffColumn | null }[];
  rows: StaffRow[];
  questions: FileQuestion[];
  /** Columns that the list needs and no heading means. */
  missing: StaffColumn[];
  /** Lines whose cells have moved. */
  faults: FileFault[];
};

/** Finds the headings of a table and what each column means. Null when there is nothing in it. */
export function layOutColumns({ found, rows }: RawTable, answers: FileAnswers): LaidOut | null {
  const headingRow = findHeadings(rows, answers);
  if (!headingRow) return null;
  const below = rows.slice(rows.indexOf(headingRow) + 1);
  const width = below.reduce((most, { cells }) => Math.max(most, cells.length), headingRow.cells.length);
  const inText = found.kind === 'csv';
  const faults = inText ? linesTooLong(below, headingRow.cells.length) : [];
  const kept = columnsWithAnything(headingRow, below, inText ? headingRow.cells.length : width);
  const headings = labelsOf(headingRow, kept);
  const cut = below.map(({ line, cells }) => ({ line, cells: kept.map((at) => cells[at] ?? empty) }));
  const list = answers.list ?? listOf(headings, answers);
  const meant = list
    ? meaningOf(headings, list, cut, answers)
    : { columns: headings.map(() => null), leftOut: [], questions: [listQuestion(headings)], missing: [] };
  return { headingLine: headingRow.line, headings, list, rows: cut, faults, ...meant };
}

const empty: Cell = { kind: 'empty', text: '' };

/** A line of a text file with more cells than there are headings has moved its cells: a comma stands in one of them without quotation marks. */
function linesTooLong(rows: readonly StaffRow[], width: number): FileFault[] {
  return rows
    .filter(({ cells }) => cells.slice(width).some(({ kind }) => kind !== 'empty'))
    .map(({ line, cells }) => ({
      line,
      field: '',
      wrong: { code: 'cells-moved', facts: { cells: cells.length, headings: width } },
    }));
}

function columnsWithAnything(heading: StaffRow, rows: readonly StaffRow[], width: number): number[] {
  return Array.from({ length: width }, (_, at) => at).filter((at) => {
    const isFilled = ({ cells }: StaffRow) => (cells[at] ?? empty).kind !== 'empty';
    return isFilled(heading) || rows.some(isFilled);
  });
}

/** Headings as written, each once; a column without one goes by its letter. */
function labelsOf({ cells }: StaffRow, kept: readonly number[]): string[] {
  const seen = new Map<string, number>();
  return kept.map((at) => {
    const written = cells[at]?.text.replaceAll(/\s+/g, ' ') || `column ${letterOf(at)}`;
    const key = written.toLowerCase();
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 ? written : `${written} (${times})`;
  });
}

function letterOf(at: number): string {
  const last = String.fromCodePoint(65 + (at % 26));
  return at < 26 ? last : `${letterOf(Math.floor(at / 26) - 1)}${last}`;
}

/** The heading without the number that tells it from another of the same name. */
const asWritten = (label: string): string => label.replace(/ \(\d+\)$/, '');

function propose(headings: readonly string[], list: ListKind, answers: FileAnswers): HeadingProposal[] {
  const proposals = mapHeadings(headings.map(asWritten), list).map((proposal, at) => ({
    ...proposal,
    heading: headings[at] ?? '',
  }));
  const answered = proposals.map((proposal) => {
    const answer = answers.columns?.[proposal.heading];
    return answer === undefined ? proposal : { ...proposal, column: answer, near: null };
  });
  const claimed = new Set(Object.values(answers.columns ?? {}));
  return answered.map((proposal) => {
    const isAnswered = answers.columns?.[proposal.heading] !== undefined;
    return !isAnswered && claimed.has(proposal.column) ? { ...proposal, column: null } : proposal;
  });
}

/** A list of people has addresses, one of exposures items; one of teams has a team and anything else of a team. */
function listOf(headings: readonly string[], answers: FileAnswers): ListKind | null {
  const has = (list: ListKind) => propose(headings, list, answers).flatMap(({ column }) => (column ? [column] : []));
  if (has('people').includes('email')) return 'people';
  const exposure = has('exposures');
  if (exposure.includes('item') && exposure.includes('team')) return 'exposures';
  const people = has('people');
  if (people.some((column) => ['givenName', 'familyName', 'staffNumber'].includes(column))) return 'people';
  const team = has('teams');
  return team.includes('team') && team.length > 1 && !people.includes('name') ? 'teams' : null;
}

function listQuestion(headings: readonly string[]): FileQuestion {
  const choices = listKinds.map((answer) => ({
    answer,
    previews: mapHeadings(headings, answer)
      .filter(({ column }) => column)
      .map(({ heading, column }) => ({ written: heading, read: column ?? '' })),
  }));
  return { about: 'list', heading: null, choices };
}

function meaningOf(headings: readonly string[], list: ListKind, rows: readonly StaffRow[], answers: FileAnswers) {
  const proposals = withGuesses(propose(headings, list, answers), list, rows, answers);
  const columns = proposals.map(({ column }) => column);
  const previews = (at: number) => previewsOf(rows, at);
  const timesMeant = (column: StaffColumn | null) => columns.filter((other) => other === column).length;
  const asked = proposals.flatMap(({ heading, column, near }, at): FileQuestion[] => {
    const meant = column && timesMeant(column) > 1 ? column : near && timesMeant(near) === 0 ? near : null;
    return meant
      ? [
          {
            about: 'column',
            heading,
            choices: [
              { answer: meant, previews: previews(at) },
              { answer: '', previews: [] },
            ],
          },
        ]
      : [];
  });
  const inQuestion = new Set(asked.flatMap(({ choices }) => choices.map(({ answer }) => answer)));
  return {
    columns,
    leftOut: proposals.flatMap(({ heading, column, near }) => (column ? [] : [{ heading, near }])),
    questions: asked,
    missing: missingColumns(list, columns, answers).filter((column) => !inQuestion.has(column)),
  };
}

/** Cells of a column looked at to guess what it holds. */
const cellsLookedAt = 200;

/** Where headings do not tell what a list of people cannot do without, its cells may; what was answered stays. */
function withGuesses(
  proposals: readonly HeadingProposal[],
  list: ListKind,
  rows: readonly StaffRow[],
  answers: FileAnswers,
): readonly HeadingProposal[] {
  if (list !== 'people') return proposals;
  const meant = proposals.flatMap(({ column, near }) => column ?? near ?? []);
  const missing = missingColumns(list, meant, answers);
  const unnamed = proposals.flatMap(({ heading, column, near }, at) => {
    if (column || near || answers.columns?.[heading] !== undefined) return [];
    const texts = rows.slice(0, cellsLookedAt).flatMap(({ cells }) => cells[at]?.text || []);
    return [{ heading, texts }];
  });
  const wanted: Guessable[] = guessable.filter((column) => missing.includes(column));
  const guesses = guessColumns(unnamed, wanted, (text) => namedZone(text) !== null);
  return proposals.map((proposal) => ({ ...proposal, near: guesses.get(proposal.heading) ?? proposal.near }));
}

function missingColumns(
  list: ListKind,
  columns: readonly (StaffColumn | null)[],
  { values }: FileAnswers,
): StaffColumn[] {
  const required: readonly StaffColumn[] = requiredOf[list];
  const hasPart = columns.includes('givenName') || columns.includes('familyName');
  return required
    .filter((column) => !columns.includes(column) && values?.[column] === undefined)
    .filter((column) => !(column === 'name' && hasPart));
}

/** The first cells of a column that hold anything. */
function previewsOf(rows: readonly StaffRow[], at: number): FileChoice['previews'] {
  const filled = rows.flatMap(({ cells }) => (cells[at]?.text ? [cells[at].text] : []));
  return [...new Set(filled)].slice(0, 3).map((read) => ({ written: '', read: read.slice(0, 60) }));
}
