import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aReportedMiss, wordsOfTests } from '#testing/a-reported-miss.ts';
import { barsToPublishing, publicationBars, type Standing } from './publication.ts';
import { mayRead } from './second-reader.ts';
import { sharingLabels } from './sharing-labels.ts';

const agreed: Standing = {
  ...{ label: 'clear', consent: true, withContact: true, isClosed: false },
  ...{ version: 3, readVersion: 3, agreedVersion: 3 },
};
const texts = [aReportedMiss['happened'] ?? '', aReportedMiss['nearly'] ?? ''];
const bars = (standing: Standing, said: readonly string[] = texts, cleared: readonly string[] = []) =>
  barsToPublishing(standing, { texts: said, cleared }, wordsOfTests);

test('a report that is CLEAR, consented to, read and agreed to is published', () => {
  expect(bars(agreed)).toEqual([]);
});

test('nothing is published that lacks label, consent, contact, a second reader or the reporter’s yes to this very version', () => {
  const standing = fc.record({
    label: fc.constantFrom(...sharingLabels),
    consent: fc.boolean(),
    withContact: fc.boolean(),
    isClosed: fc.boolean(),
    version: fc.integer({ min: 1, max: 3 }),
    readVersion: fc.option(fc.integer({ min: 1, max: 3 })),
    agreedVersion: fc.option(fc.integer({ min: 1, max: 3 })),
  });
  fc.assert(
    fc.property(standing, (drawn) => {
      const may =
        drawn.label === 'clear' &&
        drawn.consent &&
        drawn.withContact &&
        !drawn.isClosed &&
        drawn.readVersion === drawn.version &&
        drawn.agreedVersion === drawn.version;
      expect(bars(drawn).length === 0).toBe(may);
    }),
  );
});

/** Syllables of no language: a name that no list can know. */
const syllable = fc.constantFrom(
  'ka',
  'ze',
  'ha',
  'ya',
  'shi',
  'ra',
  'ba',
  'tor',
  'vel',
  'mun',
  'dek',
  'lis',
  'on',
  'ri',
);
const name = fc
  .array(syllable, { minLength: 2, maxLength: 4 })
  .map((parts) => parts.join(''))
  .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
const planted = fc.oneof(
  fc
    .tuple(
      name,
      fc.constantFrom(
        'We asked %.',
        'It came from % late.',
        '% had none left.',
        'Our supplier % stopped.',
        '%さんが気づいた。',
      ),
    )
    .map(([word, frame]) => ({ kind: 'name', said: frame.replace('%', word) })),
  fc
    .tuple(
      fc.integer({ min: 2, max: 90_000 }),
      fc.constantFrom(
        'We paid $%.',
        'It costs % yen.',
        'They ask EUR % for it.',
        'The price rose by %%.',
        '単価は%円だった。',
      ),
    )
    .map(([figure, frame]) => ({ kind: 'price', said: frame.replace('%', String(figure)) })),
  fc
    .tuple(
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom('2026-%m-%d', '%d/%m/2026', '%m月%d日', 'March %d', '%d October 2026'),
    )
    .map(([day, month, frame]) => ({
      kind: 'date',
      said: `It stopped on ${frame.replace('%m', String(month).padStart(2, '0')).replace('%d', String(day))} at once.`,
    })),
);

test('of 5,000 reports with a planted name, price or date none is published, and the reason says which list stopped it', () => {
  let tried = 0;
  fc.assert(
    fc.property(planted, fc.nat({ max: 3 }), ({ kind, said }, at) => {
      tried += 1;
      const sentences = texts.join(' ').split(/(?<=\.) /);
      const text = [...sentences.slice(0, at), said, ...sentences.slice(at)].join(' ');
      const found = bars(agreed, [text]);
      expect(found, text).not.toEqual([]);
      if (kind === 'price') expect(found, text).toContain('refused-words');
      if (kind === 'date') expect(found, text).toContain('flagged-words');
    }),
    { numRuns: 5000 },
  );
  expect(tried).toBe(5000);
});

test('an editor may say that a flagged phrase names nobody, but cannot clear a price', () => {
  expect(bars(agreed, ['We asked Kazehaya.'], ['Kazehaya'])).toEqual([]);
  expect(bars(agreed, ['We paid $450.'], ['$450'])).toEqual(['refused-words']);
  expect(publicationBars).toHaveLength(8);
});

test('whoever wrote the text cannot be the one who tries to name its source', () => {
  expect(mayRead('Mei@Kazehaya.example', ['mei@kazehaya.example'])).toBe(false);
  expect(mayRead('jan@kazehaya.example', ['mei@kazehaya.example'])).toBe(true);
});
