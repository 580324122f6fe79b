import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReceipt, receiptBytes, receiptOf } from './receipt.ts';

const bytes = fc.uint8Array({ minLength: receiptBytes, maxLength: receiptBytes });

test('a receipt number is read back however it was copied: small letters, spaces, full width, O for zero, l for one', () => {
  fc.assert(
    fc.property(bytes, (drawn) => {
      const receipt = receiptOf(drawn);
      const copied = receipt.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
      const wide = receipt.replaceAll(/[0-9A-Z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
      expect([receipt, copied, wide].map(readReceipt)).toEqual([receipt, receipt, receipt]);
    }),
  );
});

test('two numbers are the same only for the same bytes', () => {
  fc.assert(
    fc.property(bytes, bytes, (one, other) => {
      fc.pre(Buffer.compare(one, other) !== 0);
      expect(receiptOf(one)).not.toBe(receiptOf(other));
    }),
  );
});

test.each(['', 'NM-', 'NM-4F7K-92QX-ZD31', 'NM-4F7K-92QX-ZD31-0HTBB', "NM-4F7K' OR 1=1 --", 'UUUU-UUUU-UUUU-UUUU'])(
  '%j is no receipt number',
  (typed) => expect(readReceipt(typed)).toBeNull(),
);
