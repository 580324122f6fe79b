import { nextWorkingDay } from './calendar/calendar.ts';
import { mailInstant } from './calendar/mail-window.ts';
import { planTeamDay, type TeamDay } from './plan-team-day.ts';
import type { NudgeChoice, PastNudge, PlannedTeam } from './planner-types.ts';

/**
 * What a team would be sent from `day.on` up to `until` (local dates, inclusive) if everybody read and nobody answered: the planner
 * itself, run day by day on its own choices. It shows a trainer the dates an assignment leads to.
 */
export function forecastTeam(day: TeamDay, until: string): NudgeChoice[] {
  return [...forecastDays(day, until)].flat();
}

/** The same, one day after the other as they are asked for. */
export function* forecastDays(day: TeamDay, until: string): Generator<NudgeChoice[], void, undefined> {
  let team = day.team;
  let on = nextWorkingDay(Temporal.PlainDate.from(day.on), team.workTime);
  while (on.toString() <= until) {
    const morning = mailInstant(on, team.workTime);
    const today = planTeamDay({ ...day, team, on: on.toString(), now: Math.max(day.now, morning) });
    yield today;
    team = withSent(team, today);
    on = nextWorkingDay(on.add({ days: 1 }), team.workTime);
  }
}

/** A team after these choices, as if everybody had read them and nobody answered. */
export function withSent(team: PlannedTeam, choices: readonly NudgeChoice[]): PlannedTeam {
  const people = team.people.map((person) => {
    const sent: PastNudge[] = choices
      .filter((choice) => choice.personId === person.id)
      .map(({ localDate, lessonId, questionId, caseId, kind }) => ({
        on: localDate,
        lessonId,
        questionId,
        caseId,
        kind,
        answer: null,
        // Whoever lets mail lie gets less of it; a forecast is for people who read.
        read: true,
      }));
    return sent.length === 0 ? person : { ...person, past: [...person.past, ...sent] };
  });
  return { ...team, people };
}
