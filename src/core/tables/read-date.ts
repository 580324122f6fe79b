/** In which order a date of three numbers stands. */
export const dateOrders = ['dmy', 'mdy', 'ymd'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** What a text says of a day: one day for certain, another in each order, a day whose year is not there, or no day at all. Days are ISO texts. */
export type DateReading =
  | { kind: 'certain'; on: string }
  | { kind: 'doubtful'; orders: Partial<Record<DateOrder, string>> }
  | { kind: 'lost' }
  | { kind: 'none' };

/** First years of the Japanese eras that somebody may have been hired in. */
const eras: Readonly<Record<string, number>> = {
  令和: 2019,
  R: 2019,
  平成: 1989,
  H: 1989,
  昭和: 1926,
  S: 1926,
};

/** The months by their first letters, in English, German, French, Spanish and Dutch, folded to plain letters. */
const monthNames = [
  ['jan', 'ene', 'janv'],
  ['feb', 'fev'],
  ['mar', 'mrz', 'maer', 'maa', 'mrt'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mei'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'aou', 'ago'],
  ['sep'],
  ['oct', 'okt'],
  ['nov'],
  ['dec', 'dez', 'dic'],
] as const;

const yearFirst = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?$/;
const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)$/;
const era = /^(令和|平成|昭和|[RHS])\s*(\d{1,2}|元)\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})日?$/;
const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/;
const threeNumbers = /^(\d{1,2})\s*([-/.])\s?(\d{1,2})\s*\2\s?(\d{4}|\d{2})$/;
const withoutYear = /^\d{1,2}\s*(月\s*\d{1,2}\s*日?|[./]\s?\d{1,2}\.?)$/;
const named = /^(\d{1,2})\.?[\s-]*([\p{L}]{3,})\.?,?[\s-]*(\d{4})$/u;
const namedFirst = /^([\p{L}]{3,})\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s*(\d{4})$/u;
/** A day with a time behind it, as many programs write one. */
const timeBehind = /[T\s]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|\s?[AP]M)?$/i;

/** Reads a day as somebody, or somebody's program, wrote it. */
export function readDate(text: string): DateReading {
  const plain = text.normalize('NFKC').trim().replace(timeBehind, '').trim();
  const sure = certainDay(plain);
  if (sure) return { kind: 'certain', on: sure };
  const three = threeNumbers.exec(plain);
  if (three) return inEachOrder(three);
  return { kind: withoutYear.test(plain) || dayAndMonthName(plain) ? 'lost' : 'none' };
}

function certainDay(plain: string): string | null {
  const [, y, m, d] = yearFirst.exec(plain) ?? compact.exec(plain) ?? [];
  if (y) return day(Number(y), Number(m), Number(d));
  const [, dotDay, dotMonth, dotYear] = dotted.exec(plain) ?? [];
  if (dotYear) return day(Number(dotYear), Number(dotMonth), Number(dotDay));
  const [, name = '', ofEra = '', eraMonth, eraDay] = era.exec(plain) ?? [];
  const first = eras[name];
  if (first !== undefined)
    return day(first - 1 + (ofEra === '元' ? 1 : Number(ofEra)), Number(eraMonth), Number(eraDay));
  const [, before, ofMonth, after] = named.exec(plain) ?? [];
  if (after) return day(Number(after), monthOf(ofMonth ?? ''), Number(before));
  const [, monthName, number, yearBehind] = namedFirst.exec(plain) ?? [];
  return yearBehind ? day(Number(yearBehind), monthOf(monthName ?? ''), Number(number)) : null;
}

function inEachOrder([, one = '', , two = '', three = '']: RegExpExecArray): DateReading {
  const [a, b, c] = [Number(one), Number(two), Number(three)];
  const dmy = day(fullYear(three), b, a);
  const mdy = day(fullYear(three), a, b);
  const ymd = three.length === 2 ? day(fullYear(one.padStart(2, '0')), b, c) : null;
  const orders = { ...(dmy && { dmy }), ...(mdy && { mdy }), ...(ymd && { ymd }) };
  return Object.keys(orders).length === 0 ? { kind: 'none' } : { kind: 'doubtful', orders };
}

/** Two digits are of this century up to 68, and of the last one above it, as POSIX has it. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year <= 68 ? 2000 + year : 1900 + year;
}

function monthOf(name: string): number {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return monthNames.findIndex((starts) => starts.some((start) => plain.startsWith(start))) + 1;
}

function dayAndMonthName(plain: string): boolean {
  const [, name] =
    /^\d{1,2}\.?[\s-]*(\p{L}{3,})\.?$/u.exec(plain) ?? /^(\p{L}{3,})\.?[\s-]*\d{1,2}$/u.exec(plain) ?? [];
  return name !== undefined && monthOf(name) > 0;
}

function day(year: number, month: number, of: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, of));
  const exists = year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === of;
  return exists ? date.toISOString().slice(0, 10) : null;
}
