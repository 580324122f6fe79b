import { dayMs } from '../memory/forgetting-curve.ts';

/** From this gap on a right answer is called recalled later: below two weeks it says more of the last mail than of memory. */
export const laterDays = 14;

/** Somebody met a lesson: read it, or answered. `right` is null where nothing was asked that can be right. */
export type Meeting = { personId: number; lessonId: string; at: number; right: boolean | null };

/** `days` are whole ones since the meeting before. */
export type LaterAnswer = Meeting & { right: boolean; days: number };

/** Answers to questions that came at least `laterDays` after the same person had met the same lesson last. */
export function laterAnswers(meetings: readonly Meeting[]): LaterAnswer[] {
  const lastOf = new Map<number, Map<string, number>>();
  const later: LaterAnswer[] = [];
  for (const meeting of meetings.toSorted((a, b) => a.at - b.at)) {
    const { personId, lessonId, at, right } = meeting;
    const lasts = lastOf.get(personId) ?? new Map<string, number>();
    const last = lasts.get(lessonId);
    lastOf.set(personId, lasts.set(lessonId, at));
    if (right === null || last === undefined) continue;
    const days = Math.floor((at - last) / dayMs);
    if (days >= laterDays) later.push({ ...meeting, right, days });
  }
  return later;
}
