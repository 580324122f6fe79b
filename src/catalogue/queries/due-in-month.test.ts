import { expect, test } from 'vitest';
import { aCatalogue } from '#testing/a-catalogue.ts';
import type { CatalogueCase } from '../catalogue.ts';
import { dueInMonth } from './due-in-month.ts';

function withFirstCase(changes: Partial<CatalogueCase>) {
  const catalogue = aCatalogue();
  const lists = {
    'strategic-sectors': { ...catalogue.lists['strategic-sectors'], checkedOn: '2026-11-01' },
    'critical-materials': { ...catalogue.lists['critical-materials'], checkedOn: '2026-11-01' },
  };
  const [first] = catalogue.cases;
  if (!first) throw new RangeError('the catalogue has no case');
  return { ...catalogue, lists, cases: [{ ...first, reviewedOn: '2026-11-24', ...changes }] };
}

const isCase = ({ file }: { file: string }) => file.startsWith('cases/');

test('a library that was just reviewed and holds on asks for nothing', () => {
  expect(dueInMonth(withFirstCase({}), '2026-12')).toEqual([]);
});

test('a fact is due in the month in which it lapses, and in each month after it', () => {
  const catalogue = withFirstCase({
    timeline: [{ on: '2026', text: 'The rule is suspended.', sources: [], validUntil: '2026-12-15' }],
  });
  expect(dueInMonth(catalogue, '2026-11')).toEqual([]);
  expect(dueInMonth(catalogue, '2026-12')).toMatchObject([{ why: expect.stringContaining('until 2026-12-15') }]);
  expect(dueInMonth(catalogue, '2027-03')).toHaveLength(1);
});

test('a case is due a year after its review, and at once when it had none', () => {
  const reviewed = withFirstCase({ reviewedOn: '2026-11-24' });
  expect(dueInMonth(reviewed, '2027-10').filter(isCase)).toEqual([]);
  expect(dueInMonth(reviewed, '2027-11').filter(isCase)[0]?.why).toContain('a year ago');
  expect(dueInMonth(withFirstCase({ reviewedOn: undefined }), '2026-12')[0]?.why).toBe('it was never reviewed');
});

test('an official list whose source nobody has read for half a year is due', () => {
  const catalogue = withFirstCase({});
  const due = dueInMonth(catalogue, '2027-05').map(({ file }) => file);
  expect(due).toEqual(['lists/strategic-sectors.yaml', 'lists/critical-materials.yaml']);
});
