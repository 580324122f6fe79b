import { expect, test } from 'vitest';
import { instrumentSchema } from '#catalogue/schema/instrument.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { whoMayPay } from './who-may-pay.ts';

const now = Date.parse('2026-11-24T06:00:00Z');

/** What a mail of a day says to a team in Japan, of a programme of Japan met in the case. */
async function saidOn(day: string, changed: object = {}, kind: 'case' | 'recall' = 'case') {
  const db = await aStore();
  const { id } = await aTeamInStore(db, ['Ana'], now);
  await db.updateTable('team').set({ holidays: 'JP' }).where('id', '=', id).execute();
  const programme = instrumentSchema.parse({
    ...{
      title: 'Stock support',
      jurisdiction: 'japan',
      kind: 'programme',
      duty: 'None on firms.',
      cases: ['flood-2011'],
    },
    about: 'Money for whoever keeps stock of what is listed, on application.',
    sources: [{ publisher: 'A ministry', url: 'https://ministry.example/' }],
    ...{ inForce: '2026-04', checkedOn: '2026-11-01', deadline: '2027-01-31' },
    ...changed,
  });
  const catalogue = {
    ...aCatalogue(),
    jurisdictions: [{ id: 'japan', label: 'Japan', countries: ['JP'], about: 'A state.', in: {} }],
    instruments: [{ id: 'stock', ...programme }],
  };
  return whoMayPay(db, catalogue, { kind, case_id: 'flood-2011', local_date: day }, id, 'en');
}

const line = ['Somebody may pay for this: Stock support.'];

test('a mail that tells a case names the programme that may pay, up to the last day on which one can apply', async () => {
  expect(await saidOn('2026-11-24')).toEqual(line);
  expect(await saidOn('2027-01-31')).toEqual(line);
  expect(await saidOn('2027-02-01')).toEqual([]);
});

test('a programme whose sources were read more than 180 days ago never goes into a mail', async () => {
  const open = { deadline: undefined };
  expect(await saidOn('2027-04-30', open)).toEqual(line);
  expect(await saidOn('2027-05-01', open)).toEqual([]);
});

test('a programme that is not in force, or is a bill, or is abroad, never goes into a mail', async () => {
  expect(await saidOn('2026-11-24', { inForce: '2026-12-01' })).toEqual([]);
  expect(await saidOn('2026-11-24', { inForce: undefined })).toEqual([]);
  expect(await saidOn('2026-11-24', { kind: 'bill', inForce: undefined })).toEqual([]);
  expect(await saidOn('2026-11-24', { jurisdiction: 'elsewhere' })).toEqual([]);
});

test('a programme that the case does not meet goes into no mail, and into no mail of another kind', async () => {
  expect(await saidOn('2026-11-24', { cases: [] })).toEqual([]);
  expect(await saidOn('2026-11-24', {}, 'recall')).toEqual([]);
});
