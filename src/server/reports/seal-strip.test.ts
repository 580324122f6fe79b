import { expect, test } from 'vitest';
import { keyringOf } from '#server/keys/keyring.ts';
import { aStore } from '#testing/a-database.ts';
import { aStrip } from '#testing/a-reported-miss.ts';
import { openStrip, resealStrips, sealStrip } from './seal-strip.ts';

const old = 'a secret of more than thirty-two characters';
const next = 'another secret, which came in a year after it';

test('a sealed strip holds nothing that can be read, and opens with the key that sealed it', () => {
  const keys = keyringOf(old, []);
  const sealed = sealStrip(keys, 'one', aStrip);
  const bytes = Buffer.from(sealed.sealed, 'base64').toString('latin1') + sealed.sealed;
  for (const line of Object.values(aStrip)) expect(bytes).not.toContain(line);
  expect(openStrip(keys, sealed)).toEqual(aStrip);
  expect(sealStrip(keys, 'one', aStrip).sealed, 'no two are the same').not.toBe(sealed.sealed);
});

test('a strip that was changed, put beside another report, or sealed with an unknown key does not open', () => {
  const keys = keyringOf(old, []);
  const sealed = sealStrip(keys, 'one', aStrip);
  const bytes = Buffer.from(sealed.sealed, 'base64');
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  expect(openStrip(keys, { ...sealed, sealed: bytes.toString('base64') })).toBeNull();
  expect(openStrip(keys, { ...sealed, near_miss_key: 'two' })).toBeNull();
  expect(openStrip(keyringOf(next, []), sealed)).toBeNull();
});

test('after the secret was changed strips are sealed anew, so that the old one can be given up', async () => {
  const db = await aStore();
  const before = keyringOf(old, []);
  await db
    .insertInto('near_miss_strip')
    .values(sealStrip(before, 'one', aStrip))
    .execute();
  expect(await resealStrips(db, keyringOf(next, [old]))).toEqual({ resealed: 1, lost: 0 });
  expect(await resealStrips(db, keyringOf(next, [old])), 'once').toEqual({ resealed: 0, lost: 0 });
  const row = await db.selectFrom('near_miss_strip').selectAll().executeTakeFirstOrThrow();
  expect(openStrip(keyringOf(next, []), row)).toEqual(aStrip);
  expect(await resealStrips(db, before), 'a store under another secret').toEqual({ resealed: 0, lost: 1 });
});
