import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyringOf } from '#server/keys/keyring.ts';
import { readToken, signToken, type TokenPurpose, tokenPurposes } from './token.ts';

const secret = 'a secret of forty characters for the tests';
const another = 'another secret of forty characters, or so';
const keys = keyringOf(secret, []);
const now = Date.parse('2026-11-24T08:30:00Z');
const ids = fc.integer({ min: 1, max: 2 ** 31 });
/** Rows from before there were keys have none. */
const rowKeys = fc.option(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 22 }));
const rows = fc.record({ id: ids, key: rowKeys });
const purposes = fc.constantFrom(...(Object.keys(tokenPurposes) as TokenPurpose[]));
/** Half of them on the second, in which alone a link that expires too late is seen to. */
const futures = fc
  .oneof(
    fc.integer({ min: 1000, max: 10 * 365 * 86_400_000 }),
    fc.integer({ min: 1, max: 1e8 }).map((s) => s * 1000),
  )
  .map((ms) => now + ms);
const aRow = { id: 7, key: 'zL0v7' };

/** A store in which every id has one key, or, without one, no row at all. */
const store = (key?: string | null) => async () => key;

test('a link says whose it is until it expires', async () => {
  await fc.assert(
    fc.asyncProperty(purposes, rows, futures, async (purpose, row, expiresAt) => {
      const token = signToken(keys, purpose, row, expiresAt);
      const read = (at: number) => readToken(keys, purpose, token, at, store(row.key));
      expect(await read(now)).toEqual({ ok: true, id: row.id, expired: false });
      expect(await read(expiresAt)).toEqual({ ok: true, id: row.id, expired: true });
    }),
  );
});

test('a link opens no other row that has got its id, whether either has a key or not, and none where the row is gone', async () => {
  await fc.assert(
    fc.asyncProperty(purposes, rows, futures, rowKeys, async (purpose, row, expiresAt, other) => {
      fc.pre(other !== row.key);
      const token = signToken(keys, purpose, row, expiresAt);
      const gone = { ok: false, reason: 'gone' };
      expect(await readToken(keys, purpose, token, now, store(other))).toEqual(gone);
      expect(await readToken(keys, purpose, token, now, store())).toEqual(gone);
    }),
  );
});

test('a link that left before there were keys opens its row', async () => {
  const left = 'n.7.tqjjm0.qGeRiawlGW2i2g84418fSw';
  expect(await readToken(keys, 'nudge', left, now, store(null))).toMatchObject({ ok: true, id: 7 });
  expect(await readToken(keys, 'nudge', left, now, store('zL0v7'))).toEqual({ ok: false, reason: 'gone' });
});

test('whichever character is changed into whichever other, the link is refused', async () => {
  await fc.assert(
    fc.asyncProperty(
      purposes,
      rows,
      futures,
      fc.nat(),
      fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }),
      async (purpose, row, expiresAt, place, character) => {
        const token = signToken(keys, purpose, row, expiresAt);
        const index = place % token.length;
        fc.pre(token[index] !== character);
        const changed = `${token.slice(0, index)}${character}${token.slice(index + 1)}`;
        expect((await readToken(keys, purpose, changed, now, store(row.key))).ok).toBe(false);
      },
    ),
    { numRuns: 2000 },
  );
});

test('nobody learns whether a row exists without a link that was signed', async () => {
  const asked: number[] = [];
  const made = `n.7.tp0k0w.${'A'.repeat(22)}`;
  const keyOf = async (id: number) => {
    asked.push(id);
    return null;
  };
  expect(await readToken(keys, 'nudge', made, now, keyOf)).toEqual({ ok: false, reason: 'forged' });
  expect(asked).toEqual([]);
});

test('a link cut short or drawn out is refused', async () => {
  const token = signToken(keys, 'nudge', aRow, now + 1000);
  for (const broken of [token.slice(1), token.slice(0, -1), `${token}A`, `${token}\n`, '', 'n.7', token.toUpperCase()])
    expect(await readToken(keys, 'nudge', broken, now, store(aRow.key))).toEqual({ ok: false, reason: 'forged' });
});

test('a link signed with a secret that is accepted no longer is refused as such', async () => {
  const token = signToken(keyringOf(another, []), 'nudge', aRow, now + 1000);
  expect(await readToken(keys, 'nudge', token, now, store(aRow.key))).toEqual({ ok: false, reason: 'retired' });
});

test('after a change of secret, links signed before it open what they opened, also those that name no key', async () => {
  const changed = keyringOf(another, [secret]);
  const read = (token: string, key: string | null) => readToken(changed, 'nudge', token, now, store(key));
  expect(await read(signToken(keys, 'nudge', aRow, now + 1000), aRow.key)).toMatchObject({ ok: true, id: 7 });
  expect(await read('n.7.tqjjm0.qGeRiawlGW2i2g84418fSw', null)).toMatchObject({ ok: true, id: 7 });
  expect(signToken(changed, 'nudge', aRow, now + 1000).split('.')[0]).toBe(`n${changed[0].id}`);
});

test('the name of one key on a link that another signed opens nothing', async () => {
  const both = keyringOf(secret, [another]);
  const token = signToken(both, 'nudge', aRow, now + 1000).replace(`n${both[0].id}.`, `n${both[1]?.id}.`);
  expect(await readToken(both, 'nudge', token, now, store(aRow.key))).toEqual({ ok: false, reason: 'forged' });
});

test('a link for one purpose opens nothing else', async () => {
  const token = signToken(keys, 'nudge', aRow, now + 1000);
  const asked = await readToken(keys, 'unsubscribe', token, now, store(aRow.key));
  expect(asked).toEqual({ ok: false, reason: 'foreign' });
});

test('no link ends in a mark that a view of plain text leaves out of it', () => {
  fc.assert(
    fc.property(purposes, rows, futures, (purpose, row, expiresAt) => {
      expect(signToken(keys, purpose, row, expiresAt)).toMatch(/[a-zA-Z0-9]$/);
    }),
  );
});
