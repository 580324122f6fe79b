const small = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** What number words stand for: one to nineteen, the tens, and a few that texts use for them. */
const wordValues: ReadonlyMap<string, number> = new Map([
  ...small.map((word, value) => [word, value] as const),
  ...tens.map((word, at) => [word, 10 * (at + 2)] as const),
  ['dozen', 12],
  ['hundred', 100],
]);

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A number in digits: `2,000`, `1.5`, `400`. What stands before and after it (US$, m, %) is left aside. */
const digits = /\d+(?:[,.]\d+)*/g;

/** "May" is a month where a day or a year stands beside it, or "in" and the like before it; else it may be a verb. */
const month = new RegExp(
  `\\b(?:${months.filter((name) => name !== 'May').join('|')})\\b|\\b(?:\\d|in|of|since|until|by|to|from|and|on|early|late|mid|last|end of) ?-?May\\b|\\bMay (?:\\d|of)`,
  'g',
);

/** A number as its value, written one way: `2,000` is 2000. */
function writtenOneWay(text: string): string {
  return String(Number(text.replaceAll(',', '')));
}

function monthOf(text: string): string {
  return months.find((name) => text.includes(name)) ?? '';
}

/** The figures that a text states in digits, and the months it names: what a reader would look for in its source. Pure. */
export function figuresIn(text: string): string[] {
  const numbers = [...text.matchAll(digits)].map(([found]) => writtenOneWay(found));
  const named = [...text.matchAll(month)].map(([found]) => monthOf(found));
  return [...new Set([...numbers, ...named])];
}

/** The same with those that stand in words and in dates (`2011-03-11`): what a page can be held to say. Pure. */
export function figuresSaid(text: string): Set<string> {
  const lower = text.toLowerCase();
  return new Set([...figuresIn(text), ...spelledOut(lower).map(String), ...partsOfDates(text)]);
}

const numberWord = [...wordValues.keys()].join('|');

/** "fifteen", "twenty-eight", "fifteen thousand", "a dollar and a half". */
function spelledOut(lower: string): number[] {
  const pattern = new RegExp(
    `\\b(an?|${numberWord})(?:-(${numberWord}))?\\b(?: (thousand)\\b|(?: [a-z]+)?( and a half)\\b)?`,
    'g',
  );
  return [...lower.matchAll(pattern)].flatMap(([, word = '', joined = '', thousand, half]) => {
    const value = wordValues.get(word) ?? 1;
    const whole = value + (wordValues.get(joined) ?? 0);
    const isArticle = !wordValues.has(word);
    return [...(isArticle ? [] : [value, whole]), ...(thousand ? [1000 * whole] : []), ...(half ? [whole + 0.5] : [])];
  });
}

/** The month and the day of `2011-03-11`. */
function partsOfDates(text: string): string[] {
  return [...text.matchAll(/\b\d{4}-(\d{2})(?:-(\d{2}))?\b/g)].flatMap(([, number, day]) => [
    months[Number(number) - 1] ?? '',
    ...(day ? [String(Number(day))] : []),
  ]);
}
