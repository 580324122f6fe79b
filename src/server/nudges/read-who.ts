import { localDate } from '#core/planning/calendar/calendar.ts';
import { type LessonForPerson, whoWouldGet } from '#core/planning/who-would-get.ts';
import type { Instant } from '#server/database/schema.ts';
import type { Planner } from './plan-nudges.ts';
import { plannableLessons } from './plannable-lessons.ts';
import { readTeams } from './read-teams.ts';

/** How a lesson stands with everybody at `now`, those who would gain most first; `null` when there is no such lesson to send. */
export async function readWho(
  { db, catalogue, weights }: Planner,
  lessonId: string,
  now: Instant,
): Promise<LessonForPerson[] | null> {
  const lesson = plannableLessons(catalogue).find((entry) => entry.id === lessonId);
  if (!lesson) return null;
  const teams = await readTeams(db, catalogue);
  return teams
    .flatMap((team) => whoWouldGet(lesson, team, localDate(now, team.workTime.zone).toString(), now, weights))
    .sort((a, b) => b.gain - a.gain || a.person.id - b.person.id);
}
