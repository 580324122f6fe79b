import { expect, test } from 'vitest';
import type { SourceKind } from '#core/reports/source-kinds.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { aStore } from '#testing/a-database.ts';
import { readReportCounts } from './report-counts.ts';

const day = (text: string) => Date.parse(`${text}T09:00:00Z`);

async function reported(db: Db, kind: SourceKind, at: Instant, closedAt: Instant | null): Promise<void> {
  const key = `${kind}-${at}-${closedAt}`;
  await db
    .insertInto('near_miss')
    .values({
      key,
      receipt_hash: key,
      received_at: at,
      language: 'en',
      source_kind: kind,
      told: '{}',
      with_contact: 0,
      call_back: 0,
      label: 'amber',
      consent: 0,
      closed_at: closedAt,
      closed_as: closedAt === null ? null : 'signal',
    })
    .execute();
}

test('reports are counted by kind of source in a quarter, and those not closed by its end are open', async () => {
  const db = await aStore();
  await reported(db, 'business', day('2026-09-30'), null);
  await reported(db, 'business', day('2026-10-01'), day('2026-12-31'));
  await reported(db, 'logistics', day('2026-11-11'), day('2027-01-01'));
  await reported(db, 'logistics', day('2027-01-01'), null);
  expect(await readReportCounts(db, Date.parse('2026-10-01'), Date.parse('2027-01-01'))).toEqual({
    bySource: { business: 1, research: 0, academia: 0, logistics: 1, 'public-body': 0 },
    open: 2,
  });
});

test('where nobody reported anything every kind of source counts nothing', async () => {
  const db = await aStore();
  expect(await readReportCounts(db, 0, day('2026-12-31'))).toEqual({
    bySource: { business: 0, research: 0, academia: 0, logistics: 0, 'public-body': 0 },
    open: 0,
  });
});
