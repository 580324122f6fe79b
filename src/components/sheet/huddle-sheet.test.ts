import { expect, it } from 'vitest';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { huddleOf } from './huddle-sheet.ts';

const source = (id: string) => ({
  id,
  publisher: `The ${id}`,
  title: 'A report',
  url: 'https://example.org/',
  language: 'en',
  tier: 'press' as const,
});
const figure = (...sources: string[]) => ({ figure: '4 days', unit: 'of stock', sources });

function aCaseWith(impact: ReturnType<typeof figure>[]) {
  const [entry] = aCatalogue().cases;
  if (!entry) throw new Error('the catalogue has no case');
  return { ...entry, impact, sources: ['times', 'post', 'echo'].map(source) };
}

it('a sheet asks the decision of the case, and knows which answer holds', () => {
  const { decision, right, wrong } = huddleOf(aCaseWith([]));
  expect(decision.id).toBe('flood-2011/keep-stock');
  expect(right.letter).toBe('B');
  expect(wrong.map(({ letter }) => letter)).toEqual(['A']);
});

it('a sheet shows three figures at most', () => {
  expect(huddleOf(aCaseWith([figure('times'), figure('times'), figure('post'), figure('echo')])).figures).toHaveLength(
    3,
  );
});

it('a source bears the number it has in the case, and one that the sheet does not cite is left out', () => {
  const { cited, figures } = huddleOf(aCaseWith([figure('echo', 'times')]));
  expect(cited.map(({ number, id }) => [number, id])).toEqual([
    [1, 'times'],
    [3, 'echo'],
  ]);
  expect(figures[0]?.numbers).toEqual([3, 1]);
});

it('the front tells the story only up to its decision, and the back how it went on', () => {
  const entry = { ...aCaseWith([]), opening: ['The plant burned.'] };
  const told = {
    ...entry,
    mail: { ...entry.mail, story: ['It burned.', 'They sent for the drawings.', 'It worked.'] },
  };
  expect(huddleOf(told).story).toEqual({
    front: ['The plant burned.'],
    rest: ['They sent for the drawings.', 'It worked.'],
  });
});
