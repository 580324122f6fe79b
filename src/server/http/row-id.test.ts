import { expect, test } from 'vitest';
import { rowId } from './row-id.ts';

test('an id is read as it stands', () => {
  expect(['1', '42', '2147483647'].map(rowId)).toEqual([1, 42, 2_147_483_647]);
});

test.each(['', 'x', '-1', '1.5', '1e3', '0x10', ' 1', '2147483648', '99999999999999999999', null, undefined])(
  '%j names no row',
  (text) => expect(rowId(text)).toBe(0),
);
