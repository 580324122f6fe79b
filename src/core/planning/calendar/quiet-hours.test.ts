import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyQuietHours } from '#testing/any-work-time.ts';
import { parseQuietHours } from './quiet-hours.ts';

test('quiet hours run from an evening into a morning', () => {
  expect(parseQuietHours('18:00-07:00')).toEqual({ ok: true, quiet: { from: '18:00', to: '07:00' } });
  expect(parseQuietHours(' 00:00 - 06:30 ')).toEqual({ ok: true, quiet: { from: '00:00', to: '06:30' } });
  expect(parseQuietHours('00:00-00:00')).toEqual({ ok: true, quiet: { from: '00:00', to: '00:00' } });
});

test('quiet hours are read as they are written', () => {
  fc.assert(
    fc.property(anyQuietHours, (quiet) => {
      expect(parseQuietHours(`${quiet.from}-${quiet.to}`)).toEqual({ ok: true, quiet });
    }),
    // The longest night of all is one in a hundred.
    { numRuns: 1000 },
  );
});

test.each([
  ['18-7', '"18-7" is not a span from one time to another'],
  ['18:00', '"18:00" is not a span from one time to another'],
  ['18:00-24:00', '"18:00-24:00" is not a span from one time to another'],
  ['18:00-07:00-08:00', '"18:00-07:00-08:00" is not a span'],
  ['01:00-07:00', 'Quiet hours begin after noon and end before it'],
  ['18:00-13:00', 'Quiet hours begin after noon and end before it'],
  ['12:30-12:00', 'Leave an hour of the day in which mail may come'],
])('quiet hours that cannot be kept say what is wrong and how to write them: %s', (text, wrong) => {
  const parsed = parseQuietHours(text);
  expect(parsed).toMatchObject({ ok: false, wrong: expect.stringContaining(wrong) });
  expect(parsed).toMatchObject({ wrong: expect.stringContaining('Write them as 18:00-07:00') });
});
