import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readToken, signToken, type TokenPurpose, tokenPurposes } from './token.ts';

const secret = 'a secret of forty characters for the tests';
const now = Date.parse('2026-11-24T08:30:00Z');
const ids = fc.integer({ min: 1, max: 2 ** 31 });
const purposes = fc.constantFrom(...(Object.keys(tokenPurposes) as TokenPurpose[]));
/** Half of them on the second, in which alone a link that expires too late is seen to. */
const futures = fc
  .oneof(
    fc.integer({ min: 1000, max: 10 * 365 * 86_400_000 }),
    fc.integer({ min: 1, max: 1e8 }).map((s) => s * 1000),
  )
  .map((ms) => now + ms);

test('a link says whose it is until it expires', () => {
  fc.assert(
    fc.property(purposes, ids, futures, (purpose, id, expiresAt) => {
      const token = signToken(secret, purpose, id, expiresAt);
      expect(readToken(secret, purpose, token, now)).toEqual({ ok: true, id, expired: false });
      expect(readToken(secret, purpose, token, expiresAt)).toEqual({ ok: true, id, expired: true });
    }),
  );
});

test('whichever character is changed into whichever other, the link is refused', () => {
  fc.assert(
    fc.property(
      purposes,
      ids,
      futures,
      fc.nat(),
      fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }),
      (purpose, id, expiresAt, place, character) => {
        const token = signToken(secret, purpose, id, expiresAt);
        const index = place % token.length;
        fc.pre(token[index] !== character);
        const changed = `${token.slice(0, index)}${character}${token.slice(index + 1)}`;
        expect(readToken(secret, purpose, changed, now)).toEqual({ ok: false, reason: 'forged' });
      },
    ),
    { numRuns: 2000 },
  );
});

test('a link cut short or drawn out is refused', () => {
  const token = signToken(secret, 'nudge', 7, now + 1000);
  for (const broken of [token.slice(1), token.slice(0, -1), `${token}A`, `${token}\n`, '', 'n.7', token.toUpperCase()])
    expect(readToken(secret, 'nudge', broken, now)).toEqual({ ok: false, reason: 'forged' });
});

test('a link signed with another secret is refused', () => {
  const token = signToken('another secret of forty characters, or so', 'nudge', 7, now + 1000);
  expect(readToken(secret, 'nudge', token, now)).toEqual({ ok: false, reason: 'forged' });
});

test('a link for one purpose opens nothing else', () => {
  const token = signToken(secret, 'nudge', 7, now + 1000);
  expect(readToken(secret, 'unsubscribe', token, now)).toEqual({ ok: false, reason: 'foreign' });
});

test('no link ends in a mark that a view of plain text leaves out of it', () => {
  fc.assert(
    fc.property(purposes, ids, futures, (purpose, id, expiresAt) => {
      expect(signToken(secret, purpose, id, expiresAt)).toMatch(/[a-zA-Z0-9]$/);
    }),
  );
});
