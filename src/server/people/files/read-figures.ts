import {
  type DecimalSign,
  decimalSigns,
  isDoubtful,
  type NumberReading,
  readNumber,
  signNeeded,
  tellsSign,
} from '#core/tables/read-number.ts';
import type { ColumnRead, ColumnToRead } from './read-columns.ts';
import type { FileAnswers, FileQuestion, StaffRow } from './staff-file.ts';

/** The decimal sign of a file, by what certain numbers say anywhere in it; null where nothing tells, or some tell one and some the other. */
export function decimalOf(rows: readonly StaffRow[], columns: readonly ColumnToRead[]): DecimalSign | null {
  const signs = new Set<DecimalSign>();
  const note = (text: string) => {
    const reading = readNumber(text);
    const sign = reading && signNeeded(reading);
    if (sign) signs.add(sign);
  };
  for (const { cells } of columns) for (const { cell } of cells) if (cell.kind === 'text') note(cell.text);
  for (const { cells } of rows)
    for (const { kind, text } of cells) if (kind === 'text' && tellsSign.test(text)) note(text);
  const [only, other] = signs;
  return only && !other ? only : null;
}

/** Asked once for a file, where a number reads differently with each sign and nothing tells which. */
export function decimalQuestion(
  columns: readonly ColumnToRead[],
  decimal: DecimalSign | null,
  { decimal: answered }: FileAnswers,
): FileQuestion | null {
  if (decimal ?? answered) return null;
  const doubtful = columns.flatMap(({ cells }) =>
    cells.flatMap(({ cell }) => {
      const reading = cell.kind === 'text' ? readNumber(cell.text) : null;
      return reading && isDoubtful(reading) ? [{ written: cell.text, reading }] : [];
    }),
  );
  if (doubtful.length === 0) return null;
  const choices = decimalSigns.map((answer) => ({
    answer,
    previews: doubtful.slice(0, 3).map(({ written, reading }) => ({ written, read: String(reading[answer]) })),
  }));
  return { about: 'decimal', heading: null, choices };
}

/** A column of numbers; a share keeps its per cent sign. */
export function readFigures({ column, cells }: ColumnToRead, decimal: DecimalSign | null): ColumnRead {
  const faults: ColumnRead['faults'] = [];
  const values = cells.map(({ line, cell }) => {
    if (cell.kind === 'empty' || cell.kind === 'number') return cell.text;
    const reading = cell.kind === 'text' ? readNumber(cell.text) : null;
    const value = reading && numberIn(reading, decimal);
    if (value !== null && reading) return `${value}${reading.percent ? '%' : ''}`;
    faults.push({ line, field: column, wrong: { code: 'no-number', facts: { said: cell.text, sign: decimal } } });
    return cell.text;
  });
  return { values, faults, question: null };
}

function numberIn(reading: NumberReading, decimal: DecimalSign | null): number | null {
  return reading[decimal ?? signNeeded(reading) ?? 'point'];
}
