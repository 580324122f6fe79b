import fc from 'fast-check';
import { expect, test } from 'vitest';
import { largestShared } from '#core/sharing/shared-file.ts';
import { aCaseInFiles, aSharingKey } from '#testing/a-sharing-house.ts';
import { openShared } from './open-shared.ts';
import { signStatement } from './sign-statement.ts';

const key = aSharingKey();
const by = { organisation: 'Hoshino', key: key.publicKey };
const at = '2026-11-30T08:00:00.000Z';

/** What a source could sign, be it as it should or not. */
function statement(more: Record<string, unknown> = {}) {
  const piece = { kind: 'case', name: 'valve-fire-2021', version: 1, title: 'A valve fire' };
  return { act: 'wrote', by, at, tlp: 'GREEN', piece, files: aCaseInFiles(), ...more };
}

const fileOf = (value: unknown) => Buffer.from(JSON.stringify(value));
const signedFile = (said: unknown) => fileOf({ format: 'nodomoto-shared/1', pieces: [[signStatement(said, key)]] });

function refusal(bytes: Uint8Array) {
  const opened = openShared(bytes);
  return opened.ok ? null : opened.refused;
}

test('a file as it should be is opened', () => {
  expect(refusal(signedFile(statement()))).toBeNull();
});

test.each([
  ['../../etc/passwd'],
  ['cases/other/index.mdx'],
  ['C:\\index.mdx'],
  ['index.html'],
  ['index.mdx/'],
  ['__proto__x'],
])('a file called %s is none of a piece, whoever signed it', (name) => {
  const files = { ...aCaseInFiles(), [name]: 'x' };
  expect(refusal(signedFile(statement({ files })))).toEqual({
    reason: 'stray-file',
    piece: 'valve-fire-2021',
    file: name,
  });
});

test.each([
  ['a name that leads elsewhere', { piece: { kind: 'case', name: '../up', version: 1, title: 'A' } }],
  ['a title of two lines', { piece: { kind: 'case', name: 'a', version: 1, title: 'A\nB' } }],
  ['a title that turns its direction', { piece: { kind: 'case', name: 'a', version: 1, title: 'A\u202eB' } }],
  ['a label of its own', { tlp: 'PINK' }],
  ['a day that is none', { at: 'yesterday' }],
  ['a field that was not agreed', { more: 1 }],
  ['a key of another length', { by: { ...by, key: 'abc' } }],
])('%s cannot be read, although it is signed', (_, more) => {
  expect(refusal(signedFile(statement(more)))).toEqual({ reason: 'not-readable', piece: '#1' });
});

test('what is no such file says so', () => {
  expect(refusal(Buffer.from('PK\u0003\u0004'))).toEqual({ reason: 'not-json' });
  expect(refusal(fileOf({ format: 'nodomoto-shared/2', pieces: [] }))).toEqual({ reason: 'other-format' });
  expect(refusal(fileOf([1, 2]))).toEqual({ reason: 'other-format' });
  expect(refusal(fileOf({ format: 'nodomoto-shared/1', pieces: [] }))).toMatchObject({
    reason: 'not-as-agreed',
    where: expect.stringContaining('pieces'),
  });
});

test('a file is given up for its size before it is read, and for its many pieces before they are verified', () => {
  expect(refusal(Buffer.alloc(largestShared + 1, ' '))).toEqual({ reason: 'too-large' });
  const one = [signStatement({}, key)];
  const many = { format: 'nodomoto-shared/1', pieces: Array.from({ length: 21 }, () => one) };
  expect(refusal(fileOf(many))).toMatchObject({ reason: 'not-as-agreed' });
});

test('a signature of somebody else is none, nor is one for another purpose', () => {
  const other = aSharingKey();
  const forged = fileOf({ format: 'nodomoto-shared/1', pieces: [[signStatement(statement(), other)]] });
  expect(refusal(forged)).toEqual({ reason: 'changed', piece: 'valve-fire-2021' });
});

test('whatever byte of a file is changed, it is refused, or opens as the very piece that was signed', () => {
  const file = signedFile(statement());
  const whole = openShared(file);
  if (!whole.ok) throw new Error(whole.refused.reason);
  const anyPlace = fc.integer({ min: 0, max: file.length - 1 });
  fc.assert(
    fc.property(anyPlace, fc.integer({ min: 1, max: 255 }), (place, flip) => {
      const changed = Buffer.from(file);
      changed[place] = (changed[place] ?? 0) ^ flip;
      const opened = openShared(changed);
      // A signature of 64 bytes leaves four bits of its last letter over, which say nothing.
      if (opened.ok)
        expect(opened.pieces.map(({ source }) => source)).toEqual(whole.pieces.map(({ source }) => source));
    }),
    { numRuns: 500 },
  );
});
