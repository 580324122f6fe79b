import fc from 'fast-check';
import { expect, test } from 'vitest';
import { messageIdFor } from './compose-message.ts';
import { returnPath, tokenIn, tokenOf } from './return-path.ts';

const from = 'Nodomoto <nudge@kazehaya.example>';
const bounceAddress = 'bounce@mail.kazehaya.example';

test('without an address for reports mail leaves from its sender', () => {
  expect(returnPath(null, from, '<ab.g1@kazehaya.example>')).toBe('nudge@kazehaya.example');
});

test('with one it leaves from there, with the token of its Message-ID', () => {
  expect(returnPath(bounceAddress, from, '<ab12.g1@kazehaya.example>')).toBe('bounce+ab12@mail.kazehaya.example');
});

test('the token comes back whatever case a relay writes it in, and both ways of finding it agree', () => {
  fc.assert(
    fc.property(fc.nat(), fc.boolean(), (row, shouts) => {
      const messageId = messageIdFor('a secret', { id: row, key: null }, 'kazehaya.example');
      const path = returnPath(bounceAddress, from, messageId);
      expect(path.split('@')[0]?.length, 'the part before the @ may be 64 letters long').toBeLessThanOrEqual(64);
      expect(tokenIn(bounceAddress, shouts ? path.toUpperCase() : path)).toBe(tokenOf(messageId));
    }),
  );
});

test.each([
  ['To: Reports <bounce+ab12@mail.kazehaya.example>, other@x.example', 'ab12'],
  ['bounce+ab12@mail.kazehaya.example.evil.example', null],
  ['xbounce+ab12@mail.kazehaya.example', null],
  ['bounce+ab-12@mail.kazehaya.example', null],
  ['bounce@mail.kazehaya.example', null],
  ['bounce+ab12@mailxkazehaya.example', null],
])('of "%s" the token is %s', (text, token) => {
  expect(tokenIn(bounceAddress, text)).toBe(token);
});

test.each(['<no-domain>', 'ab.g1@kazehaya.example', '<a b.g1@kazehaya.example>', '<@>', ''])(
  '"%s" is no Message-ID of ours',
  (messageId) => {
    expect(tokenOf(messageId)).toBeNull();
  },
);
