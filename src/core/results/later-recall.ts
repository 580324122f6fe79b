import { dayMs } from '../memory/forgetting-curve.ts';

/** From this gap on a right answer is called recalled later: below two weeks it says more of the last mail than of memory. */
export const laterDays = 14;

/** Somebody met a lesson: read it, or answered. `right` is null where nothing was asked that can be right. */
export type Meeting = { personId: number; lessonId: string; at: number; right: boolean | null };

/** `days` are whole ones since the meeting before. */
export type LaterAnswer = Meeting & { right: boolean; days: number };

/** Answers to questions that came at least `laterDays` after the same person had met the same lesson last. */
export function laterAnswers(meetings: readonly Meeting[]): LaterAnswer[] {
  const before = new Map<string, number>();
  return meetings
    .toSorted((a, b) => a.at - b.at)
    .flatMap((meeting) => {
      const key = `${meeting.personId} ${meeting.lessonId}`;
      const last = before.get(key);
      before.set(key, meeting.at);
      const { right } = meeting;
      if (right === null || last === undefined) return [];
      const days = Math.floor((meeting.at - last) / dayMs);
      return days >= laterDays ? [{ ...meeting, right, days }] : [];
    });
}
