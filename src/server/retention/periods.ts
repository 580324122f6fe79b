import { dayMs } from '#core/memory/forgetting-curve.ts';
import type { Instant } from '#server/database/schema.ts';
import type { KeepSettings } from '#server/setting-parts/privacy.ts';

/** Before which instant each kind of thing is cut. */
export type Cutoffs = {
  now: Instant;
  history: Instant;
  signIns: Instant;
  replies: Instant;
  /** The last day in the team, a local date: whoever left before it. */
  leaversOn: string;
  /** The log of who looked at whose names. */
  access: Instant;
};

/** What a server said of a mail is of use while somebody may ask why it did not come. */
const replyDays = 90;

export function cutoffsAt(keep: KeepSettings, now: Instant): Cutoffs {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('Etc/UTC');
  const monthsAgo = (months: number) => today.subtract({ months }).epochMilliseconds;
  return {
    now,
    history: monthsAgo(keep.answerMonths),
    signIns: now - keep.signInDays * dayMs,
    replies: now - replyDays * dayMs,
    leaversOn: today.toPlainDate().subtract({ days: keep.leaverDays }).toString(),
    access: monthsAgo(keep.accessMonths),
  };
}
