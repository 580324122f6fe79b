import { type DateOrder, type DateReading, dateOrders, readDate } from '#core/tables/read-date.ts';
import type { ReadingFault } from '#core/tables/reading-fault.ts';
import type { ColumnRead, ColumnToRead } from './read-columns.ts';
import type { Cell, FileAnswers, FileQuestion } from './staff-file.ts';

const yearOnly = /^(\d{4})年?$/;

/** A column of days. */
export function readDays(column: ColumnToRead, answers: FileAnswers): ColumnRead {
  return readInOrder(column, answers, readDayCell, (on) => on);
}

/** A column of years, or of days of which the year is wanted. */
export function readYears(column: ColumnToRead, answers: FileAnswers): ColumnRead {
  const read = (cell: Cell): DateReading => {
    const [, year] = yearOnly.exec(cell.text.normalize('NFKC')) ?? [];
    return year ? { kind: 'certain', on: `${year}-01-01` } : readDayCell(cell);
  };
  return readInOrder(column, answers, read, (on) => on.slice(0, 4));
}

function readDayCell({ kind, text }: Cell): DateReading {
  if (kind === 'date') return { kind: 'certain', on: text };
  return kind === 'text' ? readDate(text) : { kind: 'none' };
}

/** Reads what is certain, and what only one order of the whole column can read; asks where several can and do not agree. */
function readInOrder(
  column: ColumnToRead,
  answers: FileAnswers,
  read: (cell: Cell) => DateReading,
  shownAs: (on: string) => string,
): ColumnRead {
  const readings = column.cells.map(({ cell }) => (cell.kind === 'empty' ? null : read(cell)));
  if (isNoDates(readings) && answers.columns?.[column.heading] === undefined)
    return { values: [], faults: [], question: meaningQuestion(column) };
  const doubtful = column.cells.flatMap(({ cell }, at) => {
    const reading = readings[at];
    return reading?.kind === 'doubtful' ? [{ text: cell.text, orders: reading.orders }] : [];
  });
  const answered = answers.dateOrder?.[column.heading] ?? answers.dateOrder?.['*'];
  const order = answered ?? orderOf(doubtful, shownAs);
  if (order === null) return { values: [], faults: [], question: orderQuestion(column.heading, doubtful, shownAs) };
  const faults: ColumnRead['faults'] = [];
  const values = column.cells.map(({ line, cell }, at) => {
    const reading = readings[at];
    if (!reading) return '';
    const on =
      reading.kind === 'certain' ? reading.on : reading.kind === 'doubtful' ? reading.orders[order] : undefined;
    if (!on) faults.push({ line, field: column.column, wrong: whyNot(reading, cell, order) });
    return on ? shownAs(on) : cell.text;
  });
  return { values, faults, question: null };
}

/** Times of day, say, under a heading that we take for a day. */
function isNoDates(readings: readonly (DateReading | null)[]): boolean {
  const read = readings.filter((reading) => reading !== null);
  return read.length > 0 && read.every(({ kind }) => kind === 'none');
}

function meaningQuestion({ column, heading, cells }: ColumnToRead): FileQuestion {
  const filled = cells.flatMap(({ cell: { text } }) => (text === '' ? [] : [text]));
  const previews = [...new Set(filled)].slice(0, 3).map((read) => ({ written: '', read }));
  const choices = [
    { answer: column, previews },
    { answer: '', previews: [] },
  ];
  return { about: 'column', heading, choices };
}

type Doubtful = { text: string; orders: Partial<Record<DateOrder, string>> };

/** The one order that reads every cell, or any of several that read each alike; null when it has to be asked. */
function orderOf(doubtful: readonly Doubtful[], shownAs: (on: string) => string): DateOrder | null {
  const able = dateOrders.filter((order) => doubtful.every(({ orders }) => orders[order]));
  const [first, ...others] = able;
  if (!first) return null;
  const valueIn = ({ orders }: Doubtful, order: DateOrder) => shownAs(orders[order] ?? '');
  const agree = doubtful.every((cell) => others.every((order) => valueIn(cell, order) === valueIn(cell, first)));
  return agree ? first : null;
}

function orderQuestion(heading: string, doubtful: readonly Doubtful[], shownAs: (on: string) => string): FileQuestion {
  const shown = doubtful
    .filter(({ text }, at) => doubtful.findIndex((other) => other.text === text) === at)
    .slice(0, 3);
  const able = dateOrders.filter((order) => doubtful.some(({ orders }) => orders[order]));
  const choices = able.map((answer) => ({
    answer,
    previews: shown.map(({ text, orders }) => ({ written: text, read: shownAs(orders[answer] ?? '') })),
  }));
  return { about: 'dateOrder', heading, choices };
}

function whyNot(reading: DateReading, { text }: Cell, order: DateOrder): ReadingFault {
  if (reading.kind === 'lost') return { code: 'no-year', facts: { said: text } };
  return reading.kind === 'doubtful'
    ? { code: 'other-order', facts: { said: text, order } }
    : { code: 'no-date', facts: { said: text } };
}
