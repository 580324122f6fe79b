import type { Catalogue } from '#catalogue/catalogue.ts';
import type { BriefFacts, BriefItem } from '#core/brief/facts.ts';
import { readExplainsDue } from '#server/code/explains-due.ts';
import { readOrganisations } from '#server/code/organisations.ts';
import type { Db } from '#server/database/open-database.ts';
import type { ExposureRow, Instant } from '#server/database/schema.ts';
import { guardedRoutes } from '#server/people/exposure-row.ts';
import { readReportCounts } from '#server/reports/report-counts.ts';
import { readSafeguardCounts } from '#server/safeguards/safeguard-counts.ts';
import { readNewestStressTest } from '#server/stress-tests/newest-stress-test.ts';
import { readSupportTaken } from '#server/support/support-taken.ts';

/** What the brief takes from other subjects of the house; null where nobody keeps it yet. */
export type BriefInputs = Pick<BriefFacts, 'safeguards' | 'stressTest' | 'support'> & {
  explains: readonly { principle: number; state: string; dueOn: string | null }[] | null;
  nearMisses: { bySource: Record<string, number>; open: number } | null;
};

/** Which span and which day it is asked of. */
export type InputsAsked = { from: Instant; until: Instant; on: string };

/**
 * The one place where readers of other subjects are joined to the brief. What nobody has begun to keep is null, and shows as missing: an empty register of
 * safeguards says nothing about safeguards.
 */
export async function readInputs(db: Db, catalogue: Catalogue, { from, until, on }: InputsAsked): Promise<BriefInputs> {
  const [organisation] = await readOrganisations(db);
  const isKept = (table: 'safeguard' | 'programme_use') => isBegun(db, table);
  return {
    safeguards: (await isKept('safeguard')) ? await readSafeguardCounts(db, from, until) : null,
    stressTest: await readNewestStressTest(db),
    support: (await isKept('programme_use')) ? await readSupportTaken(db, catalogue, on) : null,
    explains: organisation ? await readExplainsDue(db, organisation.slug, Number(on.slice(0, 4)), on) : null,
    nearMisses: await readReportCounts(db, from, until),
  };
}

async function isBegun(db: Db, table: 'safeguard' | 'programme_use'): Promise<boolean> {
  const { rows } = await db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow();
  return Number(rows) > 0;
}

/** What a row of exposure says beyond what is planned from. */
export function moreOfItem(row: ExposureRow): Pick<BriefItem, 'testedOn' | 'revenueShare' | 'leakControls'> {
  const { tested_on, revenue_share } = row;
  return { testedOn: tested_on, revenueShare: revenue_share, leakControls: guardedRoutes(row)?.length ?? null };
}
