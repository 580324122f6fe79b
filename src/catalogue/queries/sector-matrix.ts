import type { Catalogue, CatalogueCase } from '../catalogue.ts';
import type { Term } from '../schema/vocabulary.ts';

/** Sectors against hazards. A cell holds the cases of both; an empty one says what the library does not know yet. */
export type SectorRow = { sector: Term; cells: { hazard: Term; cases: CatalogueCase[] }[]; total: number };
export type SectorMatrix = { hazards: Term[]; rows: SectorRow[]; columnTotals: number[]; total: number };

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Every sector and every hazard of the vocabulary, with or without cases. Pure. */
export function sectorMatrix({ cases, vocabulary }: Catalogue): SectorMatrix {
  const { hazards, sectors } = vocabulary;
  const rows = sectors.map((sector) => {
    const ofSector = cases.filter((entry) => entry.sectors.includes(sector.id));
    const cells = hazards.map((hazard) => ({
      hazard,
      cases: ofSector.filter((entry) => entry.hazards.includes(hazard.id)),
    }));
    return { sector, cells, total: sum(cells.map((cell) => cell.cases.length)) };
  });
  const columnTotals = hazards.map((_, column) => sum(rows.map((row) => row.cells[column]?.cases.length ?? 0)));
  return { hazards, rows, columnTotals, total: sum(columnTotals) };
}
