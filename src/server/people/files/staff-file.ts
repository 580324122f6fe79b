import type { ListKind, StaffColumn } from '#core/tables/staff-columns.ts';

/** Encodings that a file may be read in. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'shift_jis', 'gb18030'] as const;
export type Encoding = (typeof encodings)[number];

export const dateOrders = ['dmy', 'mdy', 'ymd'] as const;
export type DateOrder = (typeof dateOrders)[number];

export const decimalSigns = ['point', 'comma'] as const;
export type DecimalSign = (typeof decimalSigns)[number];

/**
 * One cell. `text` is as it was written in a text file. A workbook's typed value stands in a form of its own, whatever the program shows: a
 * number as `1200.5`, a date as `2026-12-05`, a time as `08:30:00`.
 */
export type Cell = { kind: 'empty' | 'text' | 'number' | 'date' | 'time' | 'boolean' | 'error'; text: string };

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
  decimal: DecimalSign | null;
  /** Null in a text file. */
  sheet: string | null;
  list: ListKind | null;
  /** The line of the headings, counted from 1. */
  headingLine: number;
};

/** What must be answered before anything is taken. Previews hold what is written and how that choice reads it, in no language: 12/05/26 as 2026-12-05. */
export type FileQuestion = {
  about: 'encoding' | 'sheet' | 'list' | 'dateOrder' | 'decimal' | 'column' | 'zeros';
  /** The column that is asked about; null when it is the whole file. */
  heading: string | null;
  choices: { answer: string; previews: { written: string; read: string }[] }[];
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
  /** By heading: whether numbers that the workbook shows with zeros before them are taken with these. */
  zeros?: Readonly<Record<string, 'kept' | 'dropped'>>;
};

/** What is wrong with one line of a file, counted as an editor counts. */
export type FileFault = { line: number; field: string; wrong: string };

export type StaffFile =
  | {
      ok: true;
      found: FoundInFile;
      /** As written, each once: a second `email` is `email (2)`. Columns without name and content are left away. */
      headings: string[];
      /** For each heading our column, or null: it is left out. */
      columns: (StaffColumn | null)[];
      rows: StaffRow[];
      /** The same rows by our columns; none while there are questions. */
      records: StaffRecord[];
      /** Headings that mean nothing to the list, with the column that may have been meant. */
      leftOut: { heading: string; near: StaffColumn | null }[];
      questions: FileQuestion[];
    }
  | { ok: false; faults: FileFault[] };
