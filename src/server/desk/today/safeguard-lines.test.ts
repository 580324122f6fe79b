import { expect, test } from 'vitest';
import { standingOn } from '#core/safeguards/standing.ts';
import type { Safeguard } from '#server/safeguards/read-safeguards.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { safeguardLines } from './safeguard-lines.ts';

const on = '2026-11-30';
const catalogue = aCatalogue();
const caseId = catalogue.cases[0]?.id ?? '';

const aSafeguard = (id: string, more: Partial<Safeguard> = {}, enteredOn = '2026-06-01'): Safeguard => ({
  ...{ id, title: id, since: enteredOn, caseId, reason: 'It burned.', events: [] },
  team: { id: 1, name: 'Motors', ended: false },
  owner: { id: 1, name: 'Mei', email: 'mei@kazehaya.example', teamName: 'Motors' },
  standing: standingOn(
    [{ act: 'added', at: Date.parse(enteredOn), day: enteredOn, note: null, reasonRead: false }],
    on,
  ),
  ...more,
});

const kinds = (all: Safeguard[]) => safeguardLines(all, catalogue, on).map(({ kind }) => kind);

test('a safeguard that is kept, with its owner and its case, is no line', () => {
  expect(kinds([aSafeguard('a')])).toEqual([]);
});

test('one that nobody looked at, one without an owner and one whose case is gone are a line each', () => {
  const all = [
    aSafeguard('old', {}, '2024-01-01'),
    aSafeguard('nobody’s', { owner: null }),
    aSafeguard('groundless', { caseId: 'gone' }),
  ];
  expect(kinds(all)).toEqual(['safeguard-unkept', 'safeguard-ownerless', 'safeguard-caseless']);
});

test('of several of a team one is named, and how many besides; of what is retired or of a team that ended, none', () => {
  const [line] = safeguardLines([aSafeguard('a', { owner: null }), aSafeguard('b', { owner: null })], catalogue, on);
  expect(line).toMatchObject({ title: 'a', others: 1 });
  const ended = { id: 2, name: 'Gone', ended: true };
  const retired = { ...aSafeguard('c').standing, status: 'retired' as const };
  expect(
    kinds([aSafeguard('d', { owner: null, team: ended }), aSafeguard('c', { owner: null, standing: retired })]),
  ).toEqual([]);
});
