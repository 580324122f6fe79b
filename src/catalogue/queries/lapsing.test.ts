import { expect, test } from 'vitest';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { lapsedFacts, lapsingFacts } from './lapsing.ts';

/** A library in which an entry of a timeline and a mail end. */
function endingLibrary() {
  const catalogue = aCatalogue();
  const [first, ...others] = catalogue.cases;
  if (!first) throw new RangeError('the catalogue has no case');
  const timeline = [
    { on: '2025-11-10', text: 'The rule is suspended until 27 November 2026.', sources: [], validUntil: '2026-11-27' },
  ];
  const mail = { ...first.mail, validUntil: '2026-06-30' };
  return { ...catalogue, cases: [{ ...first, timeline, mail }, ...others] };
}

test('whatever ends is listed with its place, the first to lapse first', () => {
  const library = endingLibrary();
  const id = library.cases[0]?.id;
  expect(lapsingFacts(library).map(({ file, field, validUntil }) => [file, field, validUntil])).toEqual([
    [`cases/${id}/mail.yaml`, 'validUntil', '2026-06-30'],
    [`cases/${id}/index.mdx`, 'timeline[1]', '2026-11-27'],
  ]);
});

test('a fact holds through its last day, and no longer; what has no end holds on', () => {
  const lapsedOn = (day: string) => lapsedFacts(endingLibrary(), day).length;
  expect([lapsedOn('2026-06-30'), lapsedOn('2026-07-01'), lapsedOn('2026-11-27'), lapsedOn('2026-11-28')]).toEqual([
    0, 1, 1, 2,
  ]);
  expect(lapsedFacts(aCatalogue(), '2099-01-01')).toEqual([]);
});
