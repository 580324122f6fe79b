import { expect, test } from 'vitest';
import { readContent } from '../read/read-content.ts';
import { sectorMatrix } from './sector-matrix.ts';

const catalogue = readContent('content');
const { rows, columnTotals, total, hazards } = sectorMatrix(catalogue);

test('the matrix counts every sector and hazard of every case once, and nothing else', () => {
  const triples = catalogue.cases.flatMap((entry) =>
    entry.sectors.flatMap((sector) => entry.hazards.map((hazard) => `${entry.id} ${sector} ${hazard}`)),
  );
  expect(total).toBe(new Set(triples).size);
  expect(rows.reduce((sum, row) => sum + row.total, 0)).toBe(total);
  expect(columnTotals.reduce((sum, column) => sum + column, 0)).toBe(total);
});

test('every case appears, and where it belongs', () => {
  const shown = rows.flatMap(({ sector, cells }) =>
    cells.flatMap(({ hazard, cases }) => cases.map((entry) => `${entry.id} ${sector.id} ${hazard.id}`)),
  );
  for (const entry of catalogue.cases) expect(shown).toContain(`${entry.id} ${entry.sectors[0]} ${entry.hazards[0]}`);
});

test('a sector or a hazard without cases keeps its row and its column', () => {
  expect(rows.map((row) => row.sector.id)).toEqual(catalogue.vocabulary.sectors.map((term) => term.id));
  expect(hazards.map((hazard) => hazard.id)).toEqual(catalogue.vocabulary.hazards.map((term) => term.id));
});
