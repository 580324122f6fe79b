import { localDate } from '#core/planning/calendar/calendar.ts';
import { planAddition, type TeamDay } from '#core/planning/plan-team-day.ts';
import type { NudgeChoice, PlannableLesson, PlannedPerson, PlannedTeam } from '#core/planning/planner-types.ts';
import type { Instant } from '#server/database/schema.ts';
import { nextTurn } from '#server/next-turn.ts';
import { partNewcomers } from './newcomers.ts';
import { mayBeAsked, readOwnersAsked } from './owners-asked.ts';
import { isPlanned, type Planner, saveMorning, type TeamPlan } from './plan-nudges.ts';
import { lessonsByTeam } from './plannable-lessons.ts';
import { teamsInTurn } from './read-teams.ts';

/** What came up after a team's day was planned: which lessons it brings, to whom, and which choices are due to it. */
export type Addition = {
  lessons: (lessons: readonly PlannableLesson[], team: PlannedTeam) => readonly PlannableLesson[];
  mayGet: (person: PlannedPerson, team: PlannedTeam, on: string) => boolean;
  isDueTo: (choice: NudgeChoice) => boolean;
};

/**
 * Plans and saves what an addition brings today to teams whose day was planned already; a day that is still to be planned takes it in by itself. Within everybody's own
 * hours and pace, and nobody gets two mails on one day.
 */
export async function* additionsInTurn(
  planner: Planner,
  teamIds: readonly number[],
  addition: Addition,
  now: Instant,
): AsyncGenerator<TeamPlan, void, undefined> {
  const { db, catalogue, newcomers } = planner;
  for await (const team of teamsInTurn(db, catalogue, teamIds, now)) {
    const day = await dayToAddTo(planner, team, now);
    if (day === null) continue;
    const may = mayBeAsked(await readOwnersAsked(db, team, day.on, now), team, day.on);
    const withRoom = {
      ...addition,
      mayGet: (person: PlannedPerson) => may(person) && addition.mayGet(person, team, day.on),
    };
    const morning = partNewcomers(additionalChoices(day, withRoom), await newcomers(db, team, day.on));
    const saved = await db.transaction().execute((trx) => saveMorning(trx, team, morning, now));
    if (saved.length > 0) yield { team, on: day.on, choices: saved, welcomes: morning.welcomes.length };
    await nextTurn();
  }
}

/** The local day of a team that was planned already, or `null` while it is not. */
export async function dayToAddTo(
  { db, catalogue, seed, weights }: Planner,
  team: PlannedTeam,
  now: Instant,
): Promise<TeamDay | null> {
  const on = localDate(now, team.workTime.zone).toString();
  if (!(await isPlanned(db, team.id, on, now))) return null;
  const lessonsOf = await lessonsByTeam(db, catalogue);
  return { team, lessons: lessonsOf(team.id), on, now, seed, weights };
}

/** What an addition would bring on a day. Saves nothing. */
export function additionalChoices(day: TeamDay, { lessons, mayGet, isDueTo }: Addition): NudgeChoice[] {
  const { team, on } = day;
  const narrowed = { ...day, lessons: lessons(day.lessons, team) };
  return planAddition(narrowed, (person) => mayGet(person, team, on)).filter(isDueTo);
}
