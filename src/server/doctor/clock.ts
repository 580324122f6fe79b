import { latestPlausible } from '#core/planning/calendar/clock.ts';
import { packagedZoneData } from '#core/planning/calendar/zone-rules.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { sayInstant } from '#server/log/say-instant.ts';
import { readLastTick } from '#server/outbox/last-tick.ts';
import { good, note, type Verdict, wrong } from './finding.ts';

const mend = 'Compare date -u with a clock that you trust, and let the machine keep its time (timedatectl, chrony).';

/**
 * Whether this machine's clock can be right. There is nobody to ask the time of: the site has this very clock, and a mail server does not say
 * its own. But time does not run backwards: what was written before now bears an earlier time.
 */
export async function clockPlausible(db: Db, now: Instant): Promise<Verdict> {
  const shows = `This clock shows ${sayInstant(now)}`;
  if (now < Date.UTC(Number(packagedZoneData.release.slice(0, 4)), 0))
    return wrong(`${shows}, before this version was made, so it is behind. ${mend}`);
  const tick = await readLastTick(db);
  if (tick !== null && tick > latestPlausible(now))
    return wrong(
      `${shows}, but mail was last planned and sent at ${sayInstant(tick)}: this clock is behind, or that of the machine which sends is ahead. ${mend}`,
    );
  const newest = await newestRow(db);
  if (newest === null || newest <= latestPlausible(now)) return good();
  return note(
    `${shows}, but the store was written to at ${sayInstant(newest)}. If this clock is right, another was ahead then, and nothing is to be done; if it is behind, set it. ${mend}`,
  );
}

async function newestRow(db: Db): Promise<Instant | null> {
  const { created, accepted, planned, answered } = await db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('message')
        .select((m) => m.fn.max('created_at').as('at'))
        .as('created'),
      eb
        .selectFrom('message')
        .select((m) => m.fn.max('accepted_at').as('at'))
        .as('accepted'),
      eb
        .selectFrom('planned_day')
        .select((d) => d.fn.max('planned_at').as('at'))
        .as('planned'),
      eb
        .selectFrom('answer')
        .select((a) => a.fn.max('answered_at').as('at'))
        .as('answered'),
    ])
    .executeTakeFirstOrThrow();
  const instants = [created, accepted, planned, answered].flatMap((at) => (at === null ? [] : [Number(at)]));
  return instants.length > 0 ? Math.max(...instants) : null;
}
