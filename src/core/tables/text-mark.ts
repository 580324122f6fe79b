/** What a spreadsheet would run as a formula, or takes an apostrophe from. */
const runs = /^[=+\-@\t\r']/;
/** What it would turn into a number, a date or a time: nothing but digits and signs, an exponent, or digits beside a month. */
const turns = /^[\d\s.,:/%+-]*\d[\d\s.,:/%+-]*$|^\d+(\.\d+)?e[+-]?\d+$|^\d{1,4}\s*[年月時]|^(true|false)$/i;
const months =
  /^\d{1,2}[\s.-]*(jan|feb|mar|mär|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])\p{L}*[\s.-]*\d*$|^(jan|feb|mar|mär|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])\p{L}*[\s.-]*\d+$/iu;

const needsMark = (text: string): boolean => runs.test(text) || turns.test(text) || months.test(text);

/** A text as a cell of a CSV file that a spreadsheet leaves as it is: with the apostrophe before it that spreadsheets know for "this is text". */
export function markedAsText(text: string): string {
  return needsMark(text) ? `'${text}` : text;
}

/** Takes away the mark, and nothing else: what begins with an apostrophe of its own keeps it. */
export function withoutTextMark(text: string): string {
  const rest = text.slice(1);
  return text.startsWith("'") && needsMark(rest) ? rest : text;
}
