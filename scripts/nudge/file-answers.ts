import { columnsOf, listKinds, type StaffColumn } from '#core/tables/staff-columns.ts';
import { dateOrders, decimalSigns, encodings, type FileAnswers } from '#server/people/files/staff-file.ts';
import { type Options, wrongUsage } from './options.ts';

const columns: readonly StaffColumn[] = [...new Set(listKinds.flatMap((list) => columnsOf[list]))];

/** The answers of a command line. @throws UsageError when one of them is none. */
export function fileAnswersFrom(options: Options): FileAnswers {
  const { encoding, sheet, list, decimal, column, value, zeros } = options;
  return {
    ...(encoding !== undefined && { encoding: oneOf('encoding', encoding, encodings) }),
    ...(sheet !== undefined && { sheet }),
    ...(list !== undefined && { list: oneOf('list', list, listKinds) }),
    ...(decimal !== undefined && { decimal: oneOf('decimal', decimal, decimalSigns) }),
    dateOrder: byHeading(options['date-order'], (text) => oneOf('date-order', text, dateOrders)),
    zeros: byHeading(zeros, (text) => oneOf('zeros', text, ['kept', 'dropped'])),
    columns: named('column', column, (text) => (text === '' ? null : oneOf('column', text, columns))),
    values: Object.fromEntries(
      Object.entries(named('value', value, (text) => text)).map(([name, text]) => [
        oneOf('value', name, columns),
        text,
      ]),
    ),
  };
}

function oneOf<T extends string>(option: string, text: string, known: readonly T[]): T {
  const found = known.find((word) => word === text);
  if (found === undefined) throw wrongUsage(`--${option} "${text}" is none of ${known.join(', ')}.`);
  return found;
}

/** `HEADING=ANSWER`, or an answer alone, which is for every column. */
function byHeading<T>(texts: readonly string[] | undefined, read: (text: string) => T): Record<string, T> {
  return Object.fromEntries(
    (texts ?? []).map((text) => {
      const at = text.lastIndexOf('=');
      return [at < 0 ? '*' : text.slice(0, at), read(text.slice(at + 1))];
    }),
  );
}

/** `NAME=ANSWER`. */
function named<T>(option: string, texts: readonly string[] | undefined, read: (text: string) => T): Record<string, T> {
  for (const text of texts ?? [])
    if (!text.includes('=')) throw wrongUsage(`--${option} "${text}" has no "="; write --${option} "NAME=${text}".`);
  return byHeading(texts, read);
}
