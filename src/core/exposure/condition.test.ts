import { expect, test } from 'vitest';
import { anExposure, anItem } from '#testing/a-planned-team.ts';
import { type Condition, conditionSchema, factsMeeting } from './condition.ts';
import type { ExposureItem, TeamExposure } from './exposure.ts';

const licensed = new Set(['CN gallium', 'CN metal']);
const facts = (condition: Condition, exposure: TeamExposure) => factsMeeting(condition, exposure, licensed);
const ofItem = (condition: Condition, item: Partial<ExposureItem>) => facts(condition, anExposure([anItem(item)]));

test('stock is short below a third of the time to recover, and ample from all of it on', () => {
  expect(ofItem({ stock: 'short' }, { stockDays: 29, recoveryDays: 90 })).toEqual([
    { fact: 'stock-short', item: 'Brake controller', stockDays: 29, recoveryDays: 90 },
  ]);
  expect(ofItem({ stock: 'short' }, { stockDays: 30, recoveryDays: 90 })).toBeNull();
  expect(ofItem({ stock: 'ample' }, { stockDays: 90, recoveryDays: 90 })).toHaveLength(1);
  expect(ofItem({ stock: 'ample' }, { stockDays: 89, recoveryDays: 90 })).toBeNull();
});

test('where nobody knows the recovery, a week of stock is short and more says nothing', () => {
  expect(ofItem({ stock: 'short' }, { stockDays: 7, recoveryDays: null })).toEqual([
    { fact: 'stock-bare', item: 'Brake controller', stockDays: 7 },
  ]);
  expect(ofItem({ stock: 'short' }, { stockDays: 8, recoveryDays: null })).toBeNull();
  expect(ofItem({ stock: 'ample' }, { stockDays: 8, recoveryDays: null })).toBeNull();
});

test('what is asked of an item must hold for one and the same item', () => {
  const condition: Condition = { suppliers: 'one', family: ['metal'] };
  const apart = anExposure([anItem({ suppliers: 1, family: 'chip' }), anItem({ suppliers: 3, family: 'metal' })]);
  expect(facts(condition, apart)).toBeNull();
  expect(facts(condition, anExposure([anItem({ suppliers: 1, family: 'metal' })]))).toHaveLength(2);
});

test('what a team has not said holds for nothing', () => {
  const unsaid: Partial<ExposureItem> = {
    input: null,
    family: null,
    origin: null,
    share: null,
    suppliers: null,
    tiersMapped: null,
    stockDays: null,
    recoveryDays: null,
    alternative: null,
  };
  const conditions: Condition[] = [
    { stock: 'short' },
    { stock: 'ample' },
    { suppliers: 'one' },
    { suppliers: 'two' },
    { suppliers: 'several' },
    { origin: 'foreign' },
    { origin: 'one-country' },
    { origin: 'licence-country' },
    { makers: 'unseen' },
    { alternative: 'none' },
    { alternative: 'untested' },
    { recovery: 'long' },
    { family: ['metal'] },
    { essential: 'yes' },
    { sites: 'one' },
    { routes: 'any' },
    { systems: 'any' },
  ];
  for (const condition of conditions) expect(ofItem(condition, unsaid)).toBeNull();
});

test('home is not abroad', () => {
  const item = anItem({ origin: 'JP', share: 1 });
  expect(facts({ origin: 'one-country' }, anExposure([item], { home: ['JP'] }))).toBeNull();
  expect(facts({ origin: 'foreign' }, anExposure([item], { home: ['JP'] }))).toBeNull();
  expect(facts({ origin: 'one-country' }, anExposure([item], { home: ['DE'] }))).toEqual([
    { fact: 'one-country', item: 'Brake controller', country: 'JP' },
  ]);
});

test('a country withholds what a case shows it withholding; of goods of the family it is only told where they come from', () => {
  const withheld = { origin: 'CN', input: 'gallium', family: 'metal' };
  expect(ofItem({ origin: 'licence-country' }, withheld)).toMatchObject([{ fact: 'licence-country', country: 'CN' }]);
  expect(ofItem({ origin: 'licence-country' }, { ...withheld, input: 'steel' })).toMatchObject([{ fact: 'foreign' }]);
  expect(ofItem({ origin: 'licence-country' }, { origin: 'CN', family: 'food' })).toBeNull();
  expect(ofItem({ origin: 'licence-country' }, { origin: 'CL', family: 'metal' })).toBeNull();
});

test('a condition that asks nothing is refused, and so is a misspelt one', () => {
  expect(conditionSchema.safeParse({}).success).toBe(false);
  expect(conditionSchema.safeParse({ stok: 'short' }).success).toBe(false);
});
