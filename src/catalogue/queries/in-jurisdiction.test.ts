import { expect, test } from 'vitest';
import { readContent } from '../read/read-content.ts';
import { casesIn, coercionCases, datedEvents, instrumentsOf, paying } from './in-jurisdiction.ts';

const catalogue = readContent('content');

function jurisdiction(id: string) {
  const found = catalogue.jurisdictions.find((entry) => entry.id === id);
  if (!found) throw new Error(`content/jurisdictions.yaml has no ${id}`);
  return found;
}

test('every instrument belongs to one jurisdiction', () => {
  const held = catalogue.jurisdictions.flatMap((entry) => instrumentsOf(catalogue, entry));
  expect(held.length).toBe(catalogue.instruments.length);
});

test('a timeline runs forwards, and says when each instrument came into force once', () => {
  const events = datedEvents(instrumentsOf(catalogue, jurisdiction('korea')));
  expect(events.map(({ on }) => on)).toEqual(events.map(({ on }) => on).toSorted());
  const framework = events.filter(({ instrument }) => instrument.id === 'kr-supply-chain-act');
  expect(framework.filter(({ on }) => on === '2024-06-27')).toHaveLength(1);
});

test('a case stands with every jurisdiction it happened in, and shows its leverage there', () => {
  const cases = casesIn(catalogue, jurisdiction('japan'));
  expect(cases.map((entry) => entry.id)).toContain('rare-earths-2010');
  expect(coercionCases(cases).map(({ leverage }) => leverage.wielder)).toContain('China');
});

test('India has programmes and says that no act was found', () => {
  const kinds = instrumentsOf(catalogue, jurisdiction('india')).map(({ kind }) => kind);
  expect(kinds).not.toContain('act');
  expect(jurisdiction('india').absent?.text).toContain('No economic-security act');
});

test('a bill never pays, whatever money it speaks of', () => {
  const [some] = catalogue.instruments;
  if (!some) throw new Error('content/instruments has one at least');
  expect(paying([{ ...some, kind: 'bill', money: ['EUR 3bn'] }])).toEqual([]);
  expect(paying([{ ...some, kind: 'act', money: ['EUR 3bn'] }])).toHaveLength(1);
  expect(paying([{ ...some, kind: 'act', money: [] }])).toEqual([]);
});
