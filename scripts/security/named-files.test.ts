import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { missingFiles } from './named-files.ts';

const page = readFileSync('docs/security.md', 'utf8');
const threats = page.slice(page.indexOf('## Threats'), page.indexOf('## Keys and secrets'));

/** The cells of every row: asset, door, threat, defence, files, test. */
const rows = threats
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (-+|Asset) /.test(line))
  .map((line) => line.split(' | ').map((cell) => cell.replaceAll(/^\| | \|$/g, '').trim()));

const namedIn = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

describe('the threat model', () => {
  it('has a row for every door, and each says asset, door, threat, defence, files and test', () => {
    expect(rows.length).toBeGreaterThan(40);
    for (const row of rows) {
      expect(row, row.join(' | ')).toHaveLength(6);
      expect(
        row.filter((cell) => cell === ''),
        row.join(' | '),
      ).toEqual([]);
    }
  });

  it.each(rows.map((row) => [row[2], row[4], row[5]] as const))(
    '%s: its files and tests are there',
    (_, files, tests) => {
      expect(namedIn(files).length).toBeGreaterThan(0);
      expect(missingFiles(namedIn(files))).toEqual([]);
      expect(namedIn(tests).filter((name) => !/\.(test|e2e)\.ts$/.test(name))).toEqual([]);
      expect(missingFiles(namedIn(tests))).toEqual([]);
    },
  );
});
