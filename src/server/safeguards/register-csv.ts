import { stringify } from 'csv-stringify/sync';
import type { Catalogue } from '#catalogue/catalogue.ts';
import type { Safeguard } from './read-safeguards.ts';

/** Headings of the file, which the import reads again; `why_page` and the columns after it are for reading on. */
export const registerColumns = [
  'team',
  'safeguard',
  'owner',
  'since',
  'case',
  'reason',
  'last_checked',
  'status',
  'retired_because',
  'case_title',
  'why_page',
] as const;

/** The register as a file with the mark by which spreadsheets know UTF-8. What would run as a formula is written as text. */
export function registerCsv(safeguards: readonly Safeguard[], { cases }: Catalogue, siteUrl: string): string {
  const titles = new Map(cases.map(({ id, title }) => [id, title]));
  const lines = safeguards.map(({ id, team, title, owner, since, caseId, reason, standing }) => ({
    ...{ team: team.name, safeguard: title, owner: owner?.email ?? '', since, case: caseId, reason },
    last_checked: standing.checkedOn ?? '',
    status: standing.status,
    retired_because: standing.retired?.why ?? '',
    case_title: titles.get(caseId) ?? '',
    why_page: `${siteUrl}/why/${id}`,
  }));
  return stringify(lines, { header: true, bom: true, columns: [...registerColumns], escape_formulas: true });
}
