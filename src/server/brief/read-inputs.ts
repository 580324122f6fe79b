import type { Catalogue } from '#catalogue/catalogue.ts';
import type { BriefFacts, BriefItem } from '#core/brief/facts.ts';
import type { Db } from '#server/database/open-database.ts';
import type { ExposureRow, Instant } from '#server/database/schema.ts';

/** What the brief takes from other subjects of the house; null where nobody keeps it yet. */
export type BriefInputs = Pick<BriefFacts, 'safeguards' | 'stressTest' | 'support'> & {
  explains: readonly { principle: number; state: string; dueOn: string | null }[] | null;
  nearMisses: { bySource: Record<string, number>; open: number } | null;
};

/** Which span and which day it is asked of. */
export type InputsAsked = { from: Instant; until: Instant; on: string };

/**
 * The one place where readers of other subjects are joined to the brief: safeguards (`readSafeguardCounts`), near misses (`readReportCounts`), explains
 * (`readExplainsDue`), support (`readSupportTaken`) and stress tests (`readNewestStressTest`). A subject that is not kept shows as missing.
 */
export async function readInputs(_db: Db, _catalogue: Catalogue, _asked: InputsAsked): Promise<BriefInputs> {
  return { safeguards: null, stressTest: null, support: null, explains: null, nearMisses: null };
}

/** What a row of exposure says beyond what is planned from: `tested_on`, `revenue_share` and `leak_controls`, once it has these columns. */
export function moreOfItem(_row: ExposureRow): Pick<BriefItem, 'testedOn' | 'revenueShare' | 'leakControls'> {
  return { testedOn: null, revenueShare: null, leakControls: null };
}
