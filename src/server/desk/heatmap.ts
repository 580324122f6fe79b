import { type Catalogue, scheduledLessons } from '#catalogue/catalogue.ts';
import type { RelevanceWeights } from '#core/exposure/weights.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { singleKeeperRisk } from '#core/memory/keepers.ts';
import { enoughOf, teamMemory } from '#core/memory/team-memory.ts';
import { estimate, thinBelow } from '#core/memory/uncertainty.ts';
import { type Warmth, warmthOf } from '#core/memory/warmth.ts';
import { hasLeft } from '#core/people/in-post.ts';
import { localDate } from '#core/planning/calendar/calendar.ts';
import { recallAt } from '#core/planning/need.ts';
import type { PlannableLesson, PlannedPerson, PlannedTeam } from '#core/planning/planner-types.ts';
import { TeamSituation } from '#core/planning/team-situation.ts';
import { plannableLessons } from '#server/nudges/plannable-lessons.ts';

/** What a team holds of one lesson now. */
export type HeatFigures = {
  lessonId: string;
  /** Chance that enough of the team recall it now: two, or the one who is all of it. */
  chance: number;
  /** The same at the low and the high end of what is known of each person. */
  low: number;
  high: number;
  /** The same in a month and in a quarter, if nothing is sent. */
  inAMonth: number;
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
  /** How much the lesson concerns whoever of the team it concerns most, 0 to 1. */
  relevance: number;
};

/** The same with the words of the lesson. */
export type HeatCell = HeatFigures & { rule: string };

export type HeatRow = { teamId: number; teamName: string; cells: HeatCell[] };

export const monthDays = 30;
export const quarterDays = 91;

/** Teams × lessons, as the desk shows it. Lessons relevant to nobody in a team are kept, and marked, so the gap is seen. Pure. */
export function memoryHeatmap(
  catalogue: Catalogue,
  teams: readonly PlannedTeam[],
  now: number,
  weights: RelevanceWeights,
): HeatRow[] {
  const lessons = plannableLessons(catalogue);
  const withRules = rulesIn(catalogue);
  return teams.map((team) => {
    const figures = [...heatFigures(team, lessons, now, weights)];
    return { teamId: team.id, teamName: team.name, cells: withRules(figures) };
  });
}

/** Says figures with the words of a catalogue, and leaves out lessons that it no longer has. */
export function rulesIn(catalogue: Catalogue): (figures: readonly HeatFigures[]) => HeatCell[] {
  const rules = new Map(scheduledLessons(catalogue).map((lesson) => [lesson.id, lesson.rule]));
  return (figures) =>
    figures.flatMap((entry) => {
      const rule = rules.get(entry.lessonId);
      return rule === undefined ? [] : [{ ...entry, rule }];
    });
}

/** What one team holds of each lesson, one after the other as they are asked for: a large team is long work. Pure. */
export function* heatFigures(
  team: PlannedTeam,
  lessons: readonly PlannableLesson[],
  now: number,
  weights: RelevanceWeights,
): Generator<HeatFigures, void, undefined> {
  const situation = new TeamSituation(team, localDate(now, team.workTime.zone).toString(), weights);
  const people = peopleOf(situation);
  for (const lesson of lessons) yield figuresOf(situation, people, lesson, now);
}

type People = { inPost: readonly PlannedPerson[]; roles: readonly string[] };

function peopleOf(situation: TeamSituation): People {
  const inPost = situation.peopleInPost();
  return { inPost, roles: [...new Set(inPost.map((person) => person.role))] };
}

/** Whoever will have left by a day keeps nothing for the team then. */
function stayingFor(people: readonly PlannedPerson[], on: string, days: number): PlannedPerson[] {
  const then = Temporal.PlainDate.from(on).add({ days }).toString();
  return people.filter(({ leavesOn }) => !hasLeft(leavesOn, then));
}

function figuresOf(
  situation: TeamSituation,
  { inPost, roles }: People,
  lesson: PlannableLesson,
  now: number,
): HeatFigures {
  const answersOf = (person: PlannedPerson) => person.answersGiven.get(lesson.id) ?? 0;
  const { model } = situation.team;
  // Most have not met most lessons, and recall nothing of them.
  const met = inPost.filter((person) => person.memory.has(lesson.id));
  const estimates = met.map((person) => estimate(recallAt(model, person, lesson.id, now), answersOf(person)));
  const chances = estimates.map((entry) => entry.chance);
  // Those in post today say how many must, for later too: a team that shrinks to one has lost something.
  const enough = enoughOf(inPost.length);
  const chance = teamMemory(chances, enough);
  const answers = inPost.reduce((sum, person) => sum + answersOf(person), 0);
  const laterBy = (days: number) =>
    teamMemory(
      stayingFor(met, situation.on, days).map((person) => recallAt(model, person, lesson.id, now + days * dayMs)),
      enough,
    );
  const scores = roles.flatMap((role) => situation.casesFor(lesson, role).map(({ score }) => score));
  const relevance = Math.max(0, ...scores);
  return {
    lessonId: lesson.id,
    chance,
    low: teamMemory(
      estimates.map(({ low }) => low),
      enough,
    ),
    high: teamMemory(
      estimates.map(({ high }) => high),
      enough,
    ),
    inAMonth: laterBy(monthDays),
    inAQuarter: laterBy(quarterDays),
    singleKeeper: singleKeeperRisk(chances),
    warmth: warmthOf(chance),
    recalling: chances.reduce((sum, value) => sum + value, 0),
    met: met.length,
    people: inPost.length,
    answers,
    thin: answers > 0 && answers < thinBelow,
    relevant: scores.some((score) => score >= situation.weights.least),
    relevance,
  };
}
