import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asCsv } from './as-csv.ts';
import { asWorkbook } from './as-workbook.ts';
import type { Cell } from './cell.ts';
import { readStaffFile } from './files/read-staff-file.ts';

/**
 * What our export wrote of these lines, opened and saved again by LibreOffice Calc 7.4.7 (-lo-, as CSV with every number and date recognised, XLSX
 * and ODS) and by Gnumeric 1.12.55 (-gn-), in offices of Germany, the USA and Japan.
 */
const folder = new URL('./round-trip/', import.meta.url);

const nobody = { role: 'buyer', zone: 'Asia/Tokyo', pace: 'weekly' };
const unknown = { essential: 'unknown', lead: 'unknown', leak: null, upheaval: null };
const lists: Readonly<Record<string, Record<string, Cell>[]>> = {
  people: [
    {
      ...{
        team: 'MAR1',
        name: "'t Hart, Jan",
        email: 'jan@works.example',
        ...nobody,
        joined: 2019,
        leaves: '2026-12-05',
      },
      ...{ language: 'en', shifts: '----DDNN@2026-01-05', holidays: 'JP', staffNumber: '00417' },
    },
    {
      ...{ team: '3-4', name: '髙﨑 健①', email: 'ken@works.example', ...nobody, joined: null, leaves: null },
      ...{ language: 'ja', shifts: null, holidays: 'TW +2026-12-25 -2026-06-01', staffNumber: '1E5' },
    },
    {
      ...{ team: '=1+1', name: 'Müller; "Jörg"\nJr', email: 'joe@works.example', ...nobody, joined: 1998 },
      ...{ leaves: '2027-03-31', language: 'en', shifts: null, holidays: null, staffNumber: '-5' },
    },
  ],
  teams: [
    {
      ...{
        team: 'MAR1',
        zone: 'Asia/Tokyo',
        sector: 'motor',
        mail_time: '08:30',
        work_week: 'mon-fri',
        holidays: 'JP',
      },
      ...{ shifts: '----DDNN@2026-01-05', quiet: '19:00-06:00', routes: 'red-sea; Brenner pass', systems: '+SAP' },
      ...{ sites: 'JP Nagoya plant', trainers: 'a@works.example; b@works.example' },
    },
  ],
  exposures: [
    {
      ...{ team: 'MAR1', item: '-20 °C bags', input: '1.200', family: 'part', origin: 'JP', share: 0.7, suppliers: 1 },
      ...{ stock_days: 12.5, recovery_days: 1200, alternative: 'known', tiers: 2 },
      ...{ essential: 'yes', lead: 'unknown', leak: null, upheaval: 'no' },
    },
    {
      ...{
        team: '3-4',
        item: '+5 V regulators',
        input: '@x',
        family: null,
        origin: 'NO',
        share: 0.125,
        suppliers: null,
      },
      ...{ stock_days: 1.5, recovery_days: null, alternative: null, tiers: null, ...unknown },
    },
    {
      ...{ team: '3-4', item: '00417', input: '12月5日', family: null, origin: null, share: 1, suppliers: 3 },
      ...{ stock_days: 0, recovery_days: 90.25, alternative: null, tiers: 0, ...unknown },
    },
  ],
};

const asRead = (lines: readonly Record<string, Cell>[]) =>
  lines.map((line) => Object.fromEntries(Object.entries(line).map(([column, cell]) => [column, String(cell ?? '')])));

async function recordsIn(bytes: Uint8Array, name: string) {
  const file = await readStaffFile(bytes, name, {});
  if (!file.ok) throw new Error(JSON.stringify(file.faults));
  expect([...file.questions, ...file.faults, ...file.missing, ...file.leftOut]).toEqual([]);
  return file.records.map(({ record }) => record);
}

test.each(Object.entries(lists))(
  'our own file of %s comes back as it went, as CSV and as a workbook',
  async (name, lines) => {
    expect(await recordsIn(new TextEncoder().encode(asCsv(lines)), name)).toEqual(asRead(lines));
    expect(await recordsIn(await asWorkbook(name, lines), name)).toEqual(asRead(lines));
  },
);

test.each(readdirSync(folder))('%s, saved again by a spreadsheet, comes back as our export wrote it', async (name) => {
  const [list = ''] = name.split('-');
  expect(await recordsIn(readFileSync(new URL(name, folder)), name)).toEqual(asRead(lists[list] ?? []));
});

test('any text and any figure that is exported comes back', async () => {
  const plain = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
  // A mark that stands for a lost letter is refused, as it should be.
  const word = fc
    .oneof(plain, fc.stringMatching(/^['=+\-@\d.,:/ eE%]{1,8}$/))
    .map((text) => `${text.replaceAll(/[\p{C}?\uFFFD]/gu, '')}x`.trim());
  const figure = fc.oneof(
    fc.nat(100_000),
    fc.nat(10_000_000).map((thousandths) => thousandths / 1000),
  );
  const line = fc.record({ team: word, item: word, stock_days: figure, recovery_days: fc.option(figure) });
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 4 }), async (lines) => {
      expect(await recordsIn(new TextEncoder().encode(asCsv(lines)), 'exposures.csv')).toEqual(asRead(lines));
      expect(await recordsIn(await asWorkbook('exposures', lines), 'exposures.xlsx')).toEqual(asRead(lines));
    }),
    { numRuns: 50 },
  );
});
