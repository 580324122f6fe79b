import { expect, test } from 'vitest';
import { shiftBetween } from './shift.ts';
import type { Statement } from './statement.ts';

const said = (principle: Statement['principle'], state: Statement['state']): Statement => ({
  principle,
  state,
  text: '',
});

test('two years show which way each principle went', () => {
  const shifts = shiftBetween(
    [said(1, 'not-yet'), said(2, 'comply'), said(3, 'explain'), said(4, 'explain'), said(5, 'comply')],
    [said(1, 'comply'), said(2, 'explain'), said(3, 'explain'), said(4, 'not-yet'), said(6, 'comply')],
  );
  expect(shifts.map(({ shift }) => shift)).toEqual([
    ...['forward', 'back', 'same', 'back', 'gone', 'new'],
    ...['missing', 'missing', 'missing', 'missing', 'missing', 'missing'],
  ]);
});
