import { type Catalogue, scheduledLessons } from '#catalogue/catalogue.ts';
import type { RelevanceWeights } from '#core/exposure/weights.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { singleKeeperRisk } from '#core/memory/keepers.ts';
import { teamMemory } from '#core/memory/team-memory.ts';
import { estimate, thinBelow } from '#core/memory/uncertainty.ts';
import { type Warmth, warmthOf } from '#core/memory/warmth.ts';
import { localDate } from '#core/planning/calendar/calendar.ts';
import { recallAt } from '#core/planning/need.ts';
import type { PlannableLesson, PlannedPerson, PlannedTeam } from '#core/planning/planner-types.ts';
import { TeamSituation } from '#core/planning/team-situation.ts';
import { plannableLessons } from '#server/nudges/plannable-lessons.ts';

/** What a team holds of one lesson now. */
export type HeatCell = {
  lessonId: string;
  rule: string;
  /** Chance that at least two of the team recall it now. */
  chance: number;
  /** The same at the low and the high end of what is known of each person. */
  low: number;
  high: number;
  /** The same in a quarter, if nothing is sent. */
  inAQuarter: number;
  /** Chance that exactly one person would recall it. */
  singleKeeper: number;
  warmth: Warmth;
  /** Expected number of people who recall it, and how many have met it at all. */
  recalling: number;
  met: number;
  people: number;
  /** Answers all this rests on; `thin` when they are too few to lean on. */
  answers: number;
  thin: boolean;
  relevant: boolean;
};

export type HeatRow = { teamId: number; teamName: string; cells: HeatCell[] };

export const quarterDays = 91;

/** Teams × lessons, as the desk shows it. Lessons relevant to nobody in a team are kept, and marked, so the gap is seen. Pure. */
export function memoryHeatmap(
  catalogue: Catalogue,
  teams: readonly PlannedTeam[],
  now: number,
  weights: RelevanceWeights,
): HeatRow[] {
  const lessons = plannableLessons(catalogue);
  const rules = new Map(scheduledLessons(catalogue).map((lesson) => [lesson.id, lesson.rule]));
  return teams.map((team) => {
    const situation = new TeamSituation(team, localDate(now, team.workTime.zone).toString(), weights);
    const cells = lessons.map((lesson) => heatCell(situation, lesson, rules.get(lesson.id) ?? lesson.id, now));
    return { teamId: team.id, teamName: team.name, cells };
  });
}

function heatCell(situation: TeamSituation, lesson: PlannableLesson, rule: string, now: number): HeatCell {
  const people = situation.peopleInPost();
  const answersOf = (person: PlannedPerson) => person.answersGiven.get(lesson.id) ?? 0;
  const { model } = situation.team;
  const estimates = people.map((person) => estimate(recallAt(model, person, lesson.id, now), answersOf(person)));
  const chances = estimates.map((entry) => entry.chance);
  const chance = teamMemory(chances);
  const answers = people.reduce((sum, person) => sum + answersOf(person), 0);
  return {
    lessonId: lesson.id,
    rule,
    chance,
    low: teamMemory(estimates.map(({ low }) => low)),
    high: teamMemory(estimates.map(({ high }) => high)),
    inAQuarter: memoryInAQuarter(situation, lesson.id, now),
    singleKeeper: singleKeeperRisk(chances),
    warmth: warmthOf(chance),
    recalling: chances.reduce((sum, value) => sum + value, 0),
    met: people.filter((person) => person.memory.has(lesson.id)).length,
    people: people.length,
    answers,
    thin: answers > 0 && answers < thinBelow,
    relevant: people.some((person) =>
      situation.casesFor(lesson, person.role).some((entry) => entry.score >= situation.weights.least),
    ),
  };
}

/** Whoever will have left by then keeps nothing for the team. */
function memoryInAQuarter(situation: TeamSituation, lessonId: string, now: number): number {
  const then = Temporal.PlainDate.from(situation.on).add({ days: quarterDays }).toString();
  const staying = situation.peopleInPost().filter((person) => !person.leavesOn || then <= person.leavesOn);
  return teamMemory(
    staying.map((person) => recallAt(situation.team.model, person, lessonId, now + quarterDays * dayMs)),
  );
}
