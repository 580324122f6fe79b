import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readAsvs } from './asvs.ts';
import { asvsPage } from './asvs-page.ts';
import { missingFiles } from './named-files.ts';

const all = readAsvs();

describe('the table of ASVS', () => {
  it('has each of the 70 requirements of level 1 and the 183 that level 2 adds once, in their order', () => {
    expect(all.filter(({ level }) => level === 1)).toHaveLength(70);
    expect(all.filter(({ level }) => level === 2)).toHaveLength(183);
    const order = all.map(({ id }) => id.split('.').reduce((sum, part) => sum * 100 + Number(part), 0));
    expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
  });

  it('says of each how it is met, with file and test, or why not', () => {
    const met = all.filter(({ verdict }) => verdict === 'met');
    expect(met.filter(({ files, tests }) => files.length === 0 || tests.length === 0).map(({ id }) => id)).toEqual([]);
  });

  it.each(all.filter(({ files, tests }) => files.length + tests.length > 0))(
    '$id: $asks: its files and tests are there',
    ({ files, tests }) => {
      expect(missingFiles([...files, ...tests])).toEqual([]);
    },
  );

  it('is drawn anew when it changes: npm run asvs', () => {
    expect(readFileSync('docs/asvs.md', 'utf8')).toBe(asvsPage(all));
  });
});
