import { type DateOrder, dateOrders } from '#core/tables/read-date.ts';
import { type DecimalSign, decimalSigns } from '#core/tables/read-number.ts';
import type { ReadingFault } from '#core/tables/reading-fault.ts';
import type { ListKind, StaffColumn } from '#core/tables/staff-columns.ts';

export { dateOrders, decimalSigns };

/** Encodings that a file may be read in. `shift_jis` is what Windows writes under this name (CP932), with ① and 髙. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'shift_jis', 'gb18030'] as const;
export type Encoding = (typeof encodings)[number];

/**
 * One cell. `text` is as it was written in a text file. A workbook's typed value stands in a form of its own, whatever the program shows: a
 * number as `1200.5`, a date as `2026-12-05`, a time as `08:30`, an error as `#REF!`. `padded` is a number as its format shows it, `00417`.
 */
export type Cell =
  | { kind: 'empty' | 'text' | 'date' | 'time' | 'boolean' | 'error'; text: string }
  | { kind: 'number'; text: string; padded: string | null };

/** A row with the line of the file where it begins (in a workbook, its row), counted from 1. */
export type StaffRow = { line: number; cells: Cell[] };

/** A row of the list by our columns, each in the form that the schema of its list reads: dates as 2026-12-05, numbers as 1200.5, one `name`. */
export type StaffRecord = { line: number; record: Record<string, string> };

/** How the file was read, to be shown to whoever brought it. */
export type FoundInFile = {
  kind: 'csv' | 'xlsx' | 'ods';
  /** Null in a workbook. */
  encoding: Encoding | null;
  delimiter: string | null;
  /** Null where no number tells it. */
  decimal: DecimalSign | null;
  /** Null in a text file. */
  sheet: string | null;
  list: ListKind | null;
  /** The line of the headings, counted from 1. */
  headingLine: number;
};

/** A way to answer, with what is written and how this answer reads it, in no language: 12/05/26 as 2026-12-05. */
export type FileChoice = { answer: string; previews: { written: string; read: string }[] };

/**
 * What must be answered before anything is taken.
 * - `encoding`, `sheet`, `list`, `decimal`: of the whole file; `heading` is null.
 * - `dateOrder`, `zeros`: of the column under `heading`.
 * - `column`: what the column under `heading` means; the answer is our column, or '' to leave it out.
 */
export type FileQuestion = {
  about: 'encoding' | 'sheet' | 'list' | 'decimal' | 'dateOrder' | 'zeros' | 'column';
  heading: string | null;
  choices: FileChoice[];
};

/** The choices so far. What is not there has not been answered. */
export type FileAnswers = {
  encoding?: Encoding;
  sheet?: string;
  list?: ListKind;
  decimal?: DecimalSign;
  /** By heading; `*` is for all that are not named. */
  dateOrder?: Readonly<Record<string, DateOrder>>;
  /** By heading: our column, or null to leave it out. */
  columns?: Readonly<Record<string, StaffColumn | null>>;
  /** A value for every row, where the file has no such column or an empty cell. */
  values?: Readonly<Partial<Record<StaffColumn, string>>>;
  /** By heading, or `*`: whether numbers that the workbook shows with zeros before them are taken with these. */
  zeros?: Readonly<Record<string, 'kept' | 'dropped'>>;
};

/** What is wrong with one line of a file, counted as an editor counts. `field` is our column, or '' where it is the whole line. */
export type FileFault = { line: number; field: string; wrong: ReadingFault };

export type StaffFile =
  | {
      ok: true;
      found: FoundInFile;
      /** As written, each once: a second `email` is `email (2)`, a column without a name `column F`. Columns without name and content are none. */
      headings: string[];
      /** For each heading our column, or null: it is left out. */
      columns: (StaffColumn | null)[];
      rows: StaffRow[];
      /** The same rows by our columns; none while there are questions. A cell with a fault is in it as it was written. */
      records: StaffRecord[];
      /** Cells that cannot be what somebody typed, or not what their column wants. Nothing of their lines may be taken. */
      faults: FileFault[];
      /** Columns without which the list says nothing, and that no heading means. */
      missing: StaffColumn[];
      /** Headings that the list has no use for, with the column that may have been meant. */
      leftOut: { heading: string; near: StaffColumn | null }[];
      questions: FileQuestion[];
    }
  | { ok: false; faults: FileFault[] };

/** A table as it lies in a file, before anything is known of its columns. */
export type RawTable = {
  found: Pick<FoundInFile, 'kind' | 'encoding' | 'delimiter' | 'sheet'>;
  rows: StaffRow[];
};

/** Reading a file comes to a table, to something that must be asked first, or to a refusal. */
export type RawRead =
  | { ok: true; table: RawTable }
  | { ok: 'asked'; question: FileQuestion; kind: FoundInFile['kind'] }
  | { ok: false; faults: FileFault[] };

export const refused = (wrong: ReadingFault, line = 1): { ok: false; faults: FileFault[] } => ({
  ok: false,
  faults: [{ line, field: '', wrong }],
});
