import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesSomething, judgeReceived, type KnownVersion, type SharedVersion } from './judge-received.ts';

const shared = (more: Partial<SharedVersion> = {}): SharedVersion => ({
  version: 2,
  at: 200,
  content: 'two',
  act: 'wrote',
  ...more,
});
const known = (more: Partial<KnownVersion> = {}): KnownVersion => ({
  version: 2,
  at: 200,
  content: 'two',
  isWithdrawn: false,
  ...more,
});

test.each([
  ['a piece that nobody knows is new', shared(), null, 'new'],
  ['one that is taken back before it came says so', shared({ act: 'withdrew' }), null, 'withdrawn-unknown'],
  ['the same text is the same', shared(), known(), 'same'],
  ['the same text signed again later is the same', shared({ at: 900 }), known(), 'same'],
  ['a later version is newer', shared({ version: 3, at: 300, content: 'three' }), known(), 'newer'],
  [
    'another label under the same version, signed later, is newer',
    shared({ at: 300, content: 'clear' }),
    known(),
    'newer',
  ],
  [
    'an earlier version is older, whenever it was signed',
    shared({ version: 1, at: 900, content: 'one' }),
    known(),
    'older',
  ],
  ['two texts of one version and moment are disputed', shared({ content: 'other' }), known(), 'disputed'],
  ['a withdrawal is told', shared({ act: 'withdrew', at: 300 }), known(), 'withdrawn'],
  ['and told once', shared({ act: 'withdrew', at: 300 }), known({ at: 300, isWithdrawn: true }), 'same'],
  ['what was withdrawn is not brought back by its old file', shared(), known({ at: 300, isWithdrawn: true }), 'older'],
  ['but by its source’s later word', shared({ at: 400 }), known({ at: 300, isWithdrawn: true }), 'newer'],
] as const)('%s', (_, one, other, verdict) => {
  expect(judgeReceived(one, other, false)).toBe(verdict);
});

test('the house’s own piece is never taken for somebody else’s', () => {
  expect(judgeReceived(shared(), known(), true)).toBe('own');
});

const anyVersion = fc.record({
  version: fc.integer({ min: 1, max: 3 }),
  at: fc.integer({ min: 1, max: 4 }),
  content: fc.constantFrom('a', 'b'),
  act: fc.constantFrom('wrote' as const, 'withdrew' as const),
});

test('whatever order files come in, and however often, what is held is the last word of those that came', () => {
  fc.assert(
    fc.property(fc.array(anyVersion, { minLength: 1, maxLength: 12 }), (files) => {
      let held: KnownVersion | null = null;
      for (const file of files) {
        const before: KnownVersion | null = held;
        const verdict = judgeReceived(file, before, false);
        if (changesSomething(verdict)) held = { ...file, isWithdrawn: file.act === 'withdrew' };
        if (before && held) expect(held.version * 10 + held.at).toBeGreaterThanOrEqual(before.version * 10 + before.at);
        const again = judgeReceived(file, held, false);
        expect(changesSomething(again), 'a file taken in twice changes nothing the second time').toBe(false);
      }
    }),
  );
});
