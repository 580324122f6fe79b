import { localDate } from '#core/planning/calendar/calendar.ts';
import { type LessonForPerson, whoWouldGet } from '#core/planning/who-would-get.ts';
import type { Instant } from '#server/database/schema.ts';
import type { Planner } from './plan-nudges.ts';
import { plannableLessons } from './plannable-lessons.ts';
import { teamsBesideLesson } from './read-teams.ts';

/** How a lesson stands with everybody at `now`, those who would gain most first; `null` when there is no such lesson to send. */
export async function readWho(
  { db, catalogue, weights }: Planner,
  lessonId: string,
  now: Instant,
): Promise<LessonForPerson[] | null> {
  const lesson = plannableLessons(catalogue).find((entry) => entry.id === lessonId);
  if (!lesson) return null;
  const todayIn = todayByZone(now);
  const lines: LessonForPerson[] = [];
  for await (const team of teamsBesideLesson(db, catalogue, lesson, now))
    lines.push(...whoWouldGet(lesson, team, todayIn(team.workTime.zone), now, weights));
  return lines.sort((a, b) => b.gain - a.gain || a.person.id - b.person.id);
}

/** The local date of each zone at one instant, worked out once. */
function todayByZone(now: Instant): (zone: string) => string {
  const known = new Map<string, string>();
  return (zone) => {
    const today = known.get(zone) ?? localDate(now, zone).toString();
    known.set(zone, today);
    return today;
  };
}
