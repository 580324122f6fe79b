import { expect, test } from 'vitest';
import { answers, type FiveAnswers, questionIds } from './five-questions.ts';
import { colourOf } from './policy-colour.ts';
import { policyColourIds } from './policy-colours.ts';

const nothing: FiveAnswers = { essential: 'no', dependent: 'no', lead: 'no', leak: 'no', upheaval: 'no' };
const unasked: FiveAnswers = {
  essential: 'unknown',
  dependent: 'unknown',
  lead: 'unknown',
  leak: 'unknown',
  upheaval: 'unknown',
};
const all: FiveAnswers = { essential: 'yes', dependent: 'yes', lead: 'yes', leak: 'yes', upheaval: 'yes' };

/** Every way to answer the open ones among five questions. */
function completionsOf(given: FiveAnswers, ids = questionIds): FiveAnswers[] {
  const [id, ...rest] = ids;
  if (!id) return [given];
  const here = given[id] === 'unknown' ? (['yes', 'no'] as const) : [given[id]];
  return here.flatMap((answer) => completionsOf({ ...given, [id]: answer }, rest));
}

/** All 243 ways to answer five questions with yes, no or unknown. */
const everyAnswers = questionIds.reduce<FiveAnswers[]>(
  (ways, id) => ways.flatMap((way) => answers.map((answer) => ({ ...way, [id]: answer }))),
  [nothing],
);

const because = (given: FiveAnswers, colour: string) =>
  colourOf(given).verdicts.find((verdict) => verdict.colour === colour);

test('green needs an item that is essential and dependent; one of them alone gives nothing', () => {
  expect(colourOf({ ...nothing, essential: 'yes', dependent: 'yes' }).colours).toEqual(['green']);
  expect(colourOf({ ...nothing, essential: 'yes' }).colours).toEqual([]);
  expect(colourOf({ ...nothing, dependent: 'yes' }).colours).toEqual([]);
});

test('a leak makes blue stronger and never gives it', () => {
  expect(because({ ...nothing, lead: 'yes', leak: 'yes' }, 'blue')?.because).toEqual(['lead', 'leak']);
  expect(because({ ...nothing, lead: 'yes' }, 'blue')?.because).toEqual(['lead']);
  expect(colourOf({ ...nothing, leak: 'yes' }).colours).toEqual([]);
});

test('where all three hold, red gives way to a lead that could leave, and a lead that nobody threatens gives way to red', () => {
  expect(colourOf(all)).toMatchObject({ colours: ['green', 'blue'], outranked: 'red' });
  expect(colourOf({ ...all, leak: 'no' })).toMatchObject({ colours: ['green', 'red'], outranked: 'blue' });
});

test('a no settles a colour whatever else is unanswered', () => {
  expect(because({ ...unasked, essential: 'no' }, 'green')).toMatchObject({ holds: 'no', because: ['essential'] });
  expect(colourOf({ ...unasked, essential: 'no' }).open).toEqual(['lead', 'leak', 'upheaval']);
});

test('whether it could leave is asked only while there may be a lead', () => {
  expect(colourOf({ ...nothing, lead: 'yes', leak: 'unknown' }).open).toEqual(['leak']);
  expect(colourOf({ ...nothing, leak: 'unknown' }).open).toEqual([]);
});

test('of all 243 ways to answer none gives more than two colours, and a third is named only beside two', () => {
  for (const given of everyAnswers) {
    const { colours, outranked } = colourOf(given);
    expect(colours.length).toBeLessThanOrEqual(2);
    if (outranked) expect([...colours, outranked].sort()).toEqual([...policyColourIds].sort());
  }
});

test('of all 243 ways each verdict names answers that say what it says', () => {
  for (const given of everyAnswers) {
    for (const { holds, because: named } of colourOf(given).verdicts) {
      expect(named.length).toBeGreaterThan(0);
      expect(named.map((id) => given[id])).toEqual(named.map(() => holds));
    }
  }
});

test('a question is open exactly when answering what is left can come out differently by it', () => {
  for (const given of everyAnswers) {
    const { open } = colourOf(given);
    const shown = new Set(completionsOf(given).map((full) => readingOf(full)));
    expect(shown.size === 1).toBe(open.length === 0);
    for (const id of questionIds.filter((entry) => given[entry] === 'unknown')) {
      const differs = completionsOf(given).some(
        (full) => readingOf({ ...full, [id]: 'yes' }) !== readingOf({ ...full, [id]: 'no' }),
      );
      expect(open.includes(id)).toBe(differs);
    }
  }
});

test('a colour that was given is not taken back by answering what was unknown, unless two others outrank it', () => {
  for (const given of everyAnswers) {
    for (const full of completionsOf(given)) {
      const { colours, outranked } = colourOf(full);
      const kept = outranked ? [...colours, outranked] : colours;
      expect(kept).toEqual(expect.arrayContaining([...colourOf(given).colours]));
    }
  }
});

/** Colours with what they rest on, written here once more by the rule itself and not by the code under test. */
function readingOf({ essential, dependent, lead, leak, upheaval }: FiveAnswers): string {
  const green = essential === 'yes' && dependent === 'yes';
  const blue = lead === 'yes' && (leak === 'yes' ? 'leaking' : 'held');
  const red = upheaval === 'yes';
  if (green && blue && red) return blue === 'leaking' ? 'green, blue leaking' : 'green, red';
  return [green && 'green', blue && `blue ${blue}`, red && 'red'].filter(Boolean).join(', ');
}
