import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packPostings, readPostings } from './postings.ts';

const postings = fc
  .uniqueArray(fc.nat(5000), { maxLength: 40 })
  .chain((records) =>
    fc.tuple(
      ...records
        .sort((a, b) => a - b)
        .map((record) => fc.double({ min: 0.1, max: 30, noNaN: true }).map((frequency) => ({ record, frequency }))),
    ),
  );

test('what is packed is read again: the same records, and frequencies to within a sixth', () => {
  fc.assert(
    fc.property(postings, (packed) => {
      const read = readPostings(packPostings(packed));
      expect(read.map(({ record }) => record)).toEqual(packed.map(({ record }) => record));
      for (const [index, { frequency }] of read.entries()) {
        const ratio = frequency / (packed[index]?.frequency ?? 0);
        expect(Math.abs(Math.log2(ratio))).toBeLessThan(0.17);
      }
    }),
  );
});

test('neighbouring records take one letter each', () => {
  expect(packPostings([0, 1, 2].map((record) => ({ record, frequency: 1 })))).toBe('KKK');
});
