import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memoryPath, readMemoryAddress } from './memory-address.ts';
import { memoryGroupings, memoryOrders } from './team-order.ts';

const usual = { find: '', page: 1, order: 'coldest', grouping: 'none', lesson: '' } as const;

test('an address says what the page says, whatever was typed', () => {
  const address = fc.record({
    find: fc.string(),
    lesson: fc.string(),
    order: fc.constantFrom(...memoryOrders),
    grouping: fc.constantFrom(...memoryGroupings),
  });
  fc.assert(
    fc.property(address, (change) => {
      const path = memoryPath(usual, change);
      expect(readMemoryAddress(new URL(path, 'http://localhost').searchParams)).toEqual({ ...usual, ...change });
    }),
  );
});

test('what an address does not know is the usual', () => {
  const odd = new URLSearchParams('order=hottest&grouping=&page=x&find=Nagoya');
  expect(readMemoryAddress(odd)).toEqual({ ...usual, find: 'Nagoya' });
  expect(memoryPath(usual, {})).toBe('/desk/memory');
});
