import { hasLeft } from '#core/people/in-post.ts';
import { localDate, localDaysBetween } from '#core/planning/calendar/calendar.ts';
import type { Instant } from '#server/database/schema.ts';
import type { SizedTeam } from '../shown-cells.ts';
import type { MorningLine } from './morning-line.ts';

/** So long before somebody's last day there is still time to ask what they know. */
const aheadDays = 60;

/** Teams that somebody leaves soon. Who, stands on the team's page; what they hold is told nowhere. */
export function leavingLines(teams: readonly SizedTeam[], nameOf: (id: number) => string, now: Instant): MorningLine[] {
  return teams.flatMap(({ id, people, workTime }): MorningLine[] => {
    const today = localDate(now, workTime.zone);
    const [on, until] = [today.toString(), today.add({ days: aheadDays }).toString()];
    const inPost = people.filter(({ leavesOn }) => !hasLeft(leavesOn, on));
    const last = inPost.flatMap(({ leavesOn }) => (leavesOn !== null && leavesOn <= until ? [leavesOn] : [])).sort();
    const [first] = last;
    if (first === undefined) return [];
    const stake = Math.min(1, (2 * last.length) / inPost.length);
    const days = localDaysBetween(on, first);
    return [{ kind: 'leaving', teamId: id, teamName: nameOf(id), days, stake, people: last.length, first }];
  });
}
