/** Where a key stands: records by their number, each with the weighted frequency of the key in it. */
export type Posting = { record: number; frequency: number };

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Frequencies run from a tenth to some thirty. Three letters to a doubling are finer than anything a reader could notice. */
const steps = 3;
const unit = letters.indexOf('K');

function letterOf(frequency: number): string {
  const step = Math.round(steps * Math.log2(frequency)) + unit;
  return letters[Math.min(Math.max(step, 0), letters.length - 1)] ?? 'A';
}

/** `[{2, 1}, {3, 5}]` as `2KR`: the distance to the record before in base 36 (nothing when it is the next), then a letter for the frequency. */
export function packPostings(postings: readonly Posting[]): string {
  let before = -1;
  return postings
    .map(({ record, frequency }) => {
      const distance = record - before;
      before = record;
      return `${distance === 1 ? '' : distance.toString(36)}${letterOf(frequency)}`;
    })
    .join('');
}

export function readPostings(packed: string): Posting[] {
  let record = -1;
  return [...packed.matchAll(/([0-9a-z]*)([A-Z])/g)].map(([, distance = '', letter = 'A']) => {
    record += distance === '' ? 1 : Number.parseInt(distance, 36);
    return { record, frequency: 2 ** ((letters.indexOf(letter) - unit) / steps) };
  });
}
