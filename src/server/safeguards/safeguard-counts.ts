import { localDate } from '#core/planning/calendar/calendar.ts';
import { standingOn } from '#core/safeguards/standing.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { eventOf, eventsOf } from './safeguard-events.ts';

export type SafeguardCounts = {
  kept: number;
  overdue: number;
  /** Retired within the time, and not taken up again in it. */
  dropped: { title: string; caseId: string; reasonRead: boolean }[];
};

/** The register as it stood just before `until`, and what was dropped from `from` on. What comes later does not change it. */
export async function readSafeguardCounts(db: Db, from: Instant, until: Instant): Promise<SafeguardCounts> {
  const safeguards = await db.selectFrom('safeguard').select(['id', 'title', 'case_id']).orderBy('id').execute();
  const events = await eventsOf(db, 'all');
  const on = localDate(until - 1, 'Etc/UTC').toString();
  const stood = safeguards.flatMap(({ id, ...safeguard }) => {
    const own = (events.get(id) ?? []).filter(({ at }) => at < until);
    return own.length > 0 ? [{ ...safeguard, standing: standingOn(own.map(eventOf), on) }] : [];
  });
  const count = (status: string) => stood.filter(({ standing }) => standing.status === status).length;
  return {
    kept: count('kept'),
    overdue: count('overdue'),
    dropped: stood.flatMap(({ title, case_id, standing: { retired } }) =>
      retired && retired.at >= from ? [{ title, caseId: case_id, reasonRead: retired.reasonRead }] : [],
    ),
  };
}
