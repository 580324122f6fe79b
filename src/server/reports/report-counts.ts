import { type SourceKind, sourceKinds } from '#core/reports/source-kinds.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';

export type ReportCounts = {
  /** Received from `from` on and before `until`. */
  bySource: Record<SourceKind, number>;
  /** Received before `until` and not closed before it. */
  open: number;
};

/** How many near misses were reported in a time, by kind of source alone: a count tells nobody's story. */
export async function readReportCounts(db: Db, from: Instant, until: Instant): Promise<ReportCounts> {
  const rows = await db
    .selectFrom('near_miss')
    .select((eb) => ['source_kind', eb.fn.countAll<number>().as('reports')])
    .where('received_at', '>=', from)
    .where('received_at', '<', until)
    .groupBy('source_kind')
    .execute();
  const { open } = await db
    .selectFrom('near_miss')
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .where('received_at', '<', until)
    .where((eb) => eb.or([eb('closed_at', 'is', null), eb('closed_at', '>=', until)]))
    .executeTakeFirstOrThrow();
  const counted = new Map(rows.map(({ source_kind, reports }) => [source_kind, Number(reports)]));
  const bySource: Record<SourceKind, number> = {
    business: 0,
    research: 0,
    academia: 0,
    logistics: 0,
    'public-body': 0,
  };
  for (const kind of sourceKinds) bySource[kind] = counted.get(kind) ?? 0;
  return { bySource, open: Number(open) };
}
