import { expect, test } from 'vitest';
import { caseSchema } from './case.ts';

const cost = 'A spare link for order data, kept on your own side and rehearsed once a year.';
const opportunity = 'A stop that lasts a day and is announced the evening before.';

/** What is wrong with the board of a case whose other fields are left out. */
function faultsOf(board: object): string[] {
  const { board: shape } = caseSchema.shape;
  const parsed = shape.safeParse(board);
  return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
}

test('a measure with a cost says what it opens, or that nothing was found', () => {
  expect(faultsOf({ cost, opportunity })).toEqual([]);
  expect(faultsOf({ cost, opportunity: 'none found' })).toEqual([]);
  const wrong = ['a measure that costs something says what it opens, in at least 30 characters, or "none found"'];
  for (const said of ['unclear', 'None', '-'.repeat(29)]) expect(faultsOf({ cost, opportunity: said })).toEqual(wrong);
  expect(faultsOf({ cost })).toEqual(wrong);
});
