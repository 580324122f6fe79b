/** Which sign stands before the fraction. */
export const decimalSigns = ['point', 'comma'] as const;
export type DecimalSign = (typeof decimalSigns)[number];

/** A number as it reads with each sign; null where it is none. */
export type NumberReading = Record<DecimalSign, number | null> & { percent: boolean };

/** Groups of three, or of two as in India (1,00,000), or none; no first group is 0, so 0.125 is a fraction. */
const withPoint = /^[+-]?(\d+|[1-9]\d{0,2}(,\d{3})+|[1-9]\d?(,\d{2})+,\d{3})(\.\d+)?(e[+-]?\d+)?$/i;
const withComma = /^[+-]?(\d+|[1-9]\d{0,2}(\.\d{3})+)(,\d+)?(e[+-]?\d+)?$/i;

/** Spaces of every kind and the Swiss apostrophe stand between thousands and mean nothing. */
const between = /[\s'’]/g;

/** Reads a number with either sign; null when it is a number in neither. */
export function readNumber(text: string): NumberReading | null {
  const written = text.normalize('NFKC').replaceAll(between, '').replace('−', '-');
  const percent = written.endsWith('%');
  const plain = percent ? written.slice(0, -1) : written;
  const point = withPoint.test(plain) ? Number(plain.replaceAll(',', '')) : null;
  const comma = withComma.test(plain) ? Number(plain.replaceAll('.', '').replace(',', '.')) : null;
  return point === null && comma === null ? null : { point, comma, percent };
}

/** The sign that a number cannot be read without; null when both read it, alike or not. */
export function signNeeded({ point, comma }: NumberReading): DecimalSign | null {
  if (point === null) return 'comma';
  return comma === null ? 'point' : null;
}

/** Whether it matters with which sign a number is read, as in 1.200. */
export const isDoubtful = ({ point, comma }: NumberReading): boolean =>
  point !== null && comma !== null && point !== comma;

/** Two signs in one number, or a fraction before a per cent sign: such a text tells the sign wherever in a file it stands. */
export const tellsSign = /^[+-]?\d{1,3}([.,]\d{3})+[.,]\d+$|^[+-]?\d+[.,]\d{1,2}\s?[%％]$/;
