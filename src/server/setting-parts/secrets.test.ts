import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '#core/errors/app-error.ts';
import { readSettings } from '../settings.ts';
import { bitsIn } from './secrets.ts';

const good = '5f0c1e9a7b3d4826f1a0c9e8d7b6a59483726150'.slice(0, 40);

function faultsOf(environment: Record<string, string>): string {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
  return '';
}

test.each([
  ['32 equal letters', 'x'.repeat(32)],
  ['two letters in turn', 'ab'.repeat(20)],
  ['a word again and again', 'secret'.repeat(8)],
  ['the digits, and once more', '0123456789'.repeat(4)],
  ['all of hexadecimal, twice', '0123456789abcdef'.repeat(2)],
  ['hardly any variety', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaabcde'],
])('a secret of %s is refused, and the error names the mend', (_, secret) => {
  for (const name of ['SECRET', 'PREVIOUS_SECRETS'])
    expect(faultsOf({ [name]: secret })).toMatch(
      new RegExp(`${name}[.0]*: it repeats itself and can be guessed.*openssl rand -hex 32`),
    );
});

test('whatever openssl would give is taken, of 16 bytes too', () => {
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom(32, 64), (seed, length) => {
      const drawn = createHash('sha256').update(String(seed)).digest('hex').slice(0, length);
      expect(bitsIn(drawn)).toBeGreaterThan(80);
      expect(readSettings({ SECRET: drawn }).secret).toBe(drawn);
    }),
    { numRuns: 1000 },
  );
});

test('earlier secrets are read in their order, and one that is too short is named', () => {
  const older = good.split('').reverse().join('');
  expect(readSettings({ SECRET: good, PREVIOUS_SECRETS: ` ${older}, ${good} ,` }).previousSecrets).toEqual([
    older,
    good,
  ]);
  expect(faultsOf({ PREVIOUS_SECRETS: `${good},short` })).toContain('PREVIOUS_SECRETS.1: use at least 32 characters');
});

test('how long trainers stay signed in is eight hours unused and a week in all, and can be less, but not more', () => {
  const hour = 3_600_000;
  expect(readSettings({}).sessions).toEqual({ idleMs: 8 * hour, longestMs: 168 * hour });
  const short = readSettings({ SESSION_IDLE_HOURS: '0.5', SESSION_HOURS: '12' });
  expect(short.sessions).toEqual({ idleMs: hour / 2, longestMs: 12 * hour });
  expect(faultsOf({ SESSION_HOURS: '200' })).toContain('SESSION_HOURS: at most 168');
  expect(faultsOf({ SESSION_IDLE_HOURS: '0' })).toContain('SESSION_IDLE_HOURS: at least 0.25');
});
