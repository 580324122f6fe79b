import { expect, test } from 'vitest';
import { type PeopleLines, peopleLines } from './people-lines.ts';

const rules = {
  roleOf: (word: string) => (word === 'Einkauf' ? ('buyer' as const) : null),
  sectorOf: () => null,
  team: null,
};
const ana = { team: 'Motors', name: 'Ana', email: 'ana@works.example' };

function read(record: Record<string, string>, team: string | null = null): Promise<PeopleLines> {
  return peopleLines({ records: [{ line: 2, record }], faults: [] }, { ...rules, team }, async () => undefined);
}

const wrongOf = async (record: Record<string, string>) =>
  (await read({ ...ana, ...record })).faults.map(({ field, wrong }) => `${field} ${wrong}`);

test('a column that is not there leaves what is known, an empty cell takes away what may be taken away', async () => {
  expect((await read(ana)).rows).toEqual([{ line: 2, ...ana }]);
  const { rows } = await read({ ...ana, leaves: '', staffNumber: '', role: '', zone: '' });
  expect(rows).toEqual([{ line: 2, ...ana, leaves: null, staffNumber: null }]);
});

test('a word for a role that means nothing says nothing, and a city is its time zone', async () => {
  const { rows } = await read({ ...ana, role: 'Hexer', zone: 'new york' });
  expect(rows).toEqual([{ line: 2, ...ana, zone: 'America/New_York' }]);
  expect((await read({ ...ana, role: 'Einkauf' })).rows).toMatchObject([{ role: 'buyer' }]);
});

test('a list without a column of teams may be of one team', async () => {
  expect((await read({ name: 'Ana', email: 'ANA@works.example' }, 'Fluids')).rows).toEqual([
    { line: 2, name: 'Ana', email: 'ana@works.example', team: 'Fluids' },
  ]);
});

test.each([
  [{ email: 'ana@works' }, 'email not-an-address'],
  [{ email: '' }, 'email missing'],
  [{ name: 'M?ller' }, 'name letters-lost'],
  [{ name: '?? ??' }, 'name letters-lost'],
  [{ name: 'M\ufffdller' }, 'name letters-lost'],
  [{ name: '\u202eanA' }, 'name bad-characters'],
  [{ team: '<b>Motors</b>' }, 'team bad-characters'],
  [{ name: 'x'.repeat(81) }, 'name too-long'],
  [{ zone: 'Mars/Base' }, 'zone unknown-zone'],
  [{ leaves: '12月5日' }, 'leaves bad-date'],
  [{ joined: '19' }, 'joined bad-year'],
  [{ language: 'tlh' }, 'language unknown-language'],
  [{ pace: 'daily' }, 'pace unknown-pace'],
  [{ sector: 'magic' }, 'sector unknown-sector'],
  [{ holidays: 'Atlantis' }, 'holidays unknown-region'],
])('%o is a fault', async (record, fault) => {
  expect(await wrongOf(record)).toEqual([fault]);
});

test('a line with a cell that could not be read is not taken, though all else in it is good', async () => {
  const faults = [{ line: 2, field: 'leaves', wrong: { code: 'no-year' as const, facts: { said: '12月5日' } } }];
  const lines = await peopleLines({ records: [{ line: 2, record: ana }], faults }, rules, async () => undefined);
  expect(lines).toMatchObject({
    rows: [],
    faulty: [{ line: 2, email: 'ana@works.example' }],
    faults: [{ line: 2, field: 'leaves', wrong: 'unread' }],
  });
});
