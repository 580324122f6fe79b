import { expect, test } from 'vitest';
import { readBlocks, recipientIn } from './fields.ts';

const blocksOf = (text: string) => readBlocks(text).map((block) => Object.fromEntries(block));

test('blocks are parted by empty lines, and folded lines belong to the field above', () => {
  expect(blocksOf('Reporting-MTA: dns; a\r\n\r\nAction: failed\r\nDiagnostic-Code: smtp; 550\r\n  no\r\n')).toEqual([
    { 'reporting-mta': 'dns; a' },
    { action: 'failed', 'diagnostic-code': 'smtp; 550 no' },
  ]);
});

test('lines that are no field go on with the one above, though nothing folds them', () => {
  expect(blocksOf('Diagnostic-Code: SMTP; 550-5.1.1 no\n550 5.1.1 such user\nStatus: 5.1.1')).toEqual([
    { 'diagnostic-code': 'SMTP; 550-5.1.1 no 550 5.1.1 such user', status: '5.1.1' },
  ]);
});

test('without the empty line the first recipient shares a block with the mail, and a second has one of its own', () => {
  expect(blocksOf('Reporting-MTA: dns; a\nFinal-Recipient: rfc822; b\nFinal-Recipient: rfc822; c')).toEqual([
    { 'reporting-mta': 'dns; a', 'final-recipient': 'rfc822; b' },
    { 'final-recipient': 'rfc822; c' },
  ]);
});

test('of a field that stands twice the first counts', () => {
  expect(blocksOf('Status: 5.1.1\nStatus: 2.0.0\n more')).toEqual([{ status: '5.1.1' }]);
});

test.each([
  ['rfc822; Mei@Kazehaya.example', 'mei@kazehaya.example'],
  ['RFC822;<mei@kazehaya.example>', 'mei@kazehaya.example'],
  ['utf-8; 利用者@dsn.example', '利用者@dsn.example'],
  ['mei@kazehaya.example', null],
  [undefined, null],
])('the recipient in "%s" is %s', (field, address) => {
  expect(recipientIn(field)).toBe(address);
});
