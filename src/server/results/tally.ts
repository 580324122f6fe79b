import { laterAnswers, type Meeting } from '#core/results/later-recall.ts';

/** What somebody, or several, did in a period: lessons met and answered (each person's count once), answers two weeks and more after, right ones of these. */
export type Tally = { met: number; answered: number; asked: number; recalled: number; askedPeople: number };

/** Counts the meetings since an instant; those before decide which answers are late ones. Pure. */
export function tallyOf(meetings: readonly Meeting[], since: number): Tally {
  const inPeriod = meetings.filter(({ at }) => at >= since);
  const later = laterAnswers(meetings).filter(({ at }) => at >= since);
  const pairs = (some: readonly Meeting[]) => new Set(some.map((meeting) => `${meeting.personId} ${meeting.lessonId}`));
  return {
    met: pairs(inPeriod).size,
    answered: pairs(inPeriod.filter(({ right }) => right !== null)).size,
    asked: later.length,
    recalled: later.filter(({ right }) => right).length,
    askedPeople: new Set(later.map(({ personId }) => personId)).size,
  };
}
