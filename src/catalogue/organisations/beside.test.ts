import { expect, test } from 'vitest';
import { aCatalogue } from '#testing/a-catalogue.ts';
import type { CatalogueCase } from '../catalogue.ts';
import type { Organisation } from '../schema/organisation.ts';
import { contrastsNaming, hedgesOf, namedTogether, sharedLessons } from './beside.ts';

const organisation = (id: string, label: string): Organisation => ({
  id,
  label,
  kind: 'company',
  names: [],
  namesIn: {},
  not: [],
});

const catalogue = aCatalogue();
const mentionOf = (id: string) => {
  const entry = catalogue.cases.find((one) => one.id === id);
  if (!entry) throw new RangeError(id);
  return { entry, sentence: null };
};

const side = (who: string) => ({ who, figure: '1', text: 'It waited for a week.', sources: ['a'] });

function contrasted(left: string, right: string): CatalogueCase {
  return { ...mentionOf('fire-1997').entry, contrast: { left: side(left), right: side(right) } };
}

test('a contrast is told from the side of whoever is asked for', () => {
  const mentions = [{ entry: contrasted('Ford, in April', 'General Motors'), sentence: null }];
  const [ford] = contrastsNaming(organisation('ford', 'Ford'), mentions);
  expect([ford?.own.who, ford?.other.who]).toEqual(['Ford, in April', 'General Motors']);
  const [gm] = contrastsNaming(organisation('gm', 'General Motors'), mentions);
  expect([gm?.own.who, gm?.other.who]).toEqual(['General Motors', 'Ford, in April']);
  expect(contrastsNaming(organisation('bmw', 'BMW'), mentions)).toEqual([]);
});

test('lessons are shared when two of the cases teach them; one case has all of its own', () => {
  const lessons = catalogue.lessons.map((lesson, at) => ({
    ...lesson,
    caseIds: at === 0 ? ['fire-1997'] : lesson.caseIds,
  }));
  const idsOf = (...ids: string[]) => sharedLessons({ lessons }, ids.map(mentionOf)).map(({ id }) => id);
  expect(idsOf('fire-1997')).toContain(lessons[0]?.id);
  expect(idsOf('fire-1997', 'storm-2017')).not.toContain(lessons[0]?.id);
  expect(idsOf('fire-1997', 'storm-2017').length).toBeGreaterThan(0);
});

test('those with most cases in common stand first, and nobody stands with themselves', () => {
  const named = (id: string, ...cases: string[]) => ({
    organisation: organisation(id, id),
    mentions: cases.map(mentionOf),
  });
  const own = named('own', 'fire-1997', 'storm-2017');
  const all = [
    own,
    named('once', 'fire-1997'),
    named('twice', 'storm-2017', 'fire-1997'),
    named('never', 'flood-2011'),
  ];
  expect(namedTogether(all, own).map((one) => one.organisation.id)).toEqual(['twice', 'once']);
});

test('a sentence that uses what is contested, and does not say so, gets the hedge', () => {
  const claim = {
    id: 'a-halt',
    claim: 'The state had ordered the halt.',
    sides: [],
    hedge: 'Whether there was an order is contested.',
    hedgeWords: ['reported*'],
    terms: ['halt'],
  };
  const entry = { ...mentionOf('fire-1997').entry, contested: [claim] };
  expect(hedgesOf(entry, { text: 'The halt lasted two months.' })).toEqual([
    'Whether there was an order is contested.',
  ]);
  expect(hedgesOf(entry, { text: 'The reported halt lasted two months.' })).toEqual([]);
  expect(hedgesOf(entry, { text: 'The plant lay still.' })).toEqual([]);
  expect(hedgesOf(entry, null)).toEqual([]);
});
