import { expect, test } from 'vitest';
import { aCatalogue } from '#testing/a-catalogue.ts';
import type { CatalogueCase } from '../catalogue.ts';
import { checkOrganisations } from '../check/check-organisations.ts';
import type { Organisation } from '../schema/organisation.ts';
import { namedOrganisations, toldOrganisations } from './named-organisations.ts';

const organisation = (id: string, label: string, more: Partial<Organisation> = {}): Organisation => ({
  id,
  label,
  kind: 'company',
  names: [],
  namesIn: {},
  not: [],
  ...more,
});

const toyota = organisation('toyota', 'Toyota', {
  names: ['Toyota Motor'],
  not: ['Toyota City'],
  in: { ja: { label: 'トヨタ自動車', names: ['トヨタ'] } },
});

function aCase(changes: Partial<CatalogueCase> = {}): CatalogueCase {
  const [first] = aCatalogue().cases;
  if (!first) throw new RangeError('the catalogue has no case');
  const side = { who: 'One maker', figure: '1', text: 'It waited for a week.', sources: ['a'] };
  return {
    ...first,
    dek: 'A plant burned down in the night.',
    timeline: [],
    contrast: { left: side, right: side },
    mail: { ...first.mail, story: [] },
    ...changes,
  };
}

/** The first sentence that names each, in a case of this prose. */
function sentencesIn(body: string, list: readonly Organisation[], changes: Partial<CatalogueCase> = {}) {
  const named = namedOrganisations({ cases: [aCase(changes)] }, list, () => body);
  return named.flatMap(({ organisation: { id }, mentions }) => mentions.map(({ sentence }) => [id, sentence?.text]));
}

test('somebody is named by the first sentence in which one of their names stands, without its citation', () => {
  const body =
    'The line stood still. By then Toyota Motor had stopped all of its plants.<Cite of="a" /> Toyota started again.';
  expect(sentencesIn(body, [toyota])).toEqual([['toyota', 'By then Toyota Motor had stopped all of its plants.']]);
});

test('a name stands as a word of its own', () => {
  const hp = organisation('hp', 'HP');
  expect(sentencesIn('The HPX plant and the pumps of an SHP maker stood still for weeks.', [hp])).toEqual([]);
  expect(sentencesIn('The boxes that were HP’s own lay outside the port for weeks.', [hp])).toHaveLength(1);
});

test('a longer name that is another’s is not taken for the shorter', () => {
  const kogyo = organisation('suzuki-kogyo', 'Suzuki Kogyo');
  const suzuki = organisation('suzuki', 'Suzuki');
  const body = 'Suzuki Kogyo had its trucks out of Toyota City by the third day.';
  expect(sentencesIn(body, [suzuki, kogyo, toyota]).map(([id]) => id)).toEqual(['suzuki-kogyo']);
});

test('a name of one case means nothing in another', () => {
  const asahi = organisation('asahi-group', 'Asahi Group', { namesIn: { 'flood-2011': ['Asahi'] } });
  const body = 'The newspaper Asahi reported on it, and nobody at the plant would.';
  expect(sentencesIn(body, [asahi])).toHaveLength(1);
  expect(sentencesIn(body, [asahi], { id: 'fire-1997' })).toEqual([]);
});

test('an initial ends no sentence', () => {
  const braun = organisation('b-braun', 'B. Braun');
  expect(sentencesIn('Its rival was B. Braun, with a plant by the sea.', [braun])[0]?.[1]).toMatch(/^Its rival was/);
});

test('a sentence that says nothing by itself gives way to one that does', () => {
  const body = 'It was Toyota. Toyota had stopped all of its plants before the week was out.';
  expect(sentencesIn(body, [toyota])[0]?.[1]).toMatch(/^Toyota had stopped/);
});

test('who stands in the contrast is named by its text, and who stands in the name of the event alone by none', () => {
  const side = { who: 'Toyota', figure: '2', text: 'Had parts for two months.', sources: ['a'] };
  const contrast = { left: side, right: { ...side, who: 'Another' } };
  expect(sentencesIn('', [toyota], { contrast })).toEqual([['toyota', 'Had parts for two months.']]);
  const event = { name: 'Fire at Toyota, 1997', start: '1997-02-01' };
  expect(sentencesIn('', [toyota], { event })).toEqual([['toyota', undefined]]);
});

test('Japanese prose is searched by Japanese names, and by Latin ones that stand in it', () => {
  const tsmc = organisation('tsmc', 'TSMC');
  const apple = organisation('apple', 'Apple', { in: { ja: { label: 'アップル', names: [] } } });
  const body =
    '火災の翌日、トヨタグループの工場も止まりました。TSMCは熊本に工場を建てると発表しました。パイナップルの缶詰も届きませんでした。';
  expect(sentencesIn(body, [toyota, tsmc, apple], { toldIn: 'ja' })).toEqual([
    ['toyota', '火災の翌日、トヨタグループの工場も止まりました。'],
    ['tsmc', 'TSMCは熊本に工場を建てると発表しました。'],
  ]);
});

test('another language has the cases of the original, and a sentence where it names them itself', () => {
  const told = aCase({ toldIn: 'ja', dek: '夜に工場が燃えました。' });
  const original = namedOrganisations(
    { cases: [aCase()] },
    [toyota],
    () => 'Toyota had stopped all of its plants by then.',
  );
  const silent = namedOrganisations({ cases: [told] }, [toyota], () => '自動車工場も止まりました。');
  expect(toldOrganisations(original, silent, { cases: [told] })[0]?.mentions).toMatchObject([{ sentence: null }]);
  const naming = namedOrganisations({ cases: [told] }, [toyota], () => '三日でトヨタの国内工場はすべて止まりました。');
  expect(toldOrganisations(original, naming, { cases: [told] })[0]?.mentions).toMatchObject([
    { entry: { toldIn: 'ja' }, sentence: { text: '三日でトヨタの国内工場はすべて止まりました。' } },
  ]);
});

test('the check refuses who is named nowhere, a name that two have, and a case that is not there', () => {
  const faults = checkOrganisations(
    { cases: [aCase()] },
    [
      toyota,
      organisation('other', 'Toyota Motor'),
      organisation('nobody', 'Nobody & Co', { namesIn: { gone: ['No'] } }),
    ],
    () => 'Toyota had stopped all of its plants by then.',
  );
  expect(faults.map(({ field, wrong }) => `${field}: ${wrong}`)).toEqual([
    'other: no case names it as "Toyota Motor"',
    'nobody: no case names it as "Nobody & Co"',
    'other: "Toyota Motor" stands twice',
    'nobody.namesIn: "gone" is not known',
  ]);
});
