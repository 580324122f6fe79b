import { type Catalogue, scheduledLessons } from '../catalogue/catalogue.ts';
import { lessonRelevance } from '../exposure/relevance.ts';
import { retrievability } from '../memory/forgetting-curve.ts';
import { teamMemory } from '../memory/team-memory.ts';
import { type Warmth, warmthOf } from '../memory/warmth.ts';
import { plannableLessons } from '../nudges/plannable-lessons.ts';
import { leastRelevance } from '../planning/candidates.ts';
import type { PlannableLesson, PlannedTeam } from '../planning/world.ts';

/** What a team holds of one lesson now. */
export type HeatCell = {
  lessonId: string;
  rule: string;
  /** Chance that at least two of the team recall it now. */
  chance: number;
  warmth: Warmth;
  /** Expected number of people who recall it, and how many have met it at all. */
  recalling: number;
  met: number;
  people: number;
  relevant: boolean;
};

export type HeatRow = { teamId: number; teamName: string; cells: HeatCell[] };

/** Teams × lessons, as the desk shows it. Lessons relevant to nobody in a team are kept, and marked, so the gap is seen. Pure. */
export function memoryHeatmap(catalogue: Catalogue, teams: readonly PlannedTeam[], now: number): HeatRow[] {
  const lessons = plannableLessons(catalogue);
  const rules = new Map(scheduledLessons(catalogue).map((lesson) => [lesson.id, lesson.rule]));
  return teams.map((team) => ({
    teamId: team.id,
    teamName: team.name,
    cells: lessons.map((lesson) => heatCell(team, lesson, rules.get(lesson.id) ?? lesson.id, now)),
  }));
}

function heatCell(team: PlannedTeam, lesson: PlannableLesson, rule: string, now: number): HeatCell {
  const memories = team.people.map((person) => person.memory.get(lesson.id) ?? null);
  const chances = memories.map((memory) => retrievability(memory, now));
  const chance = teamMemory(chances);
  const relevant = team.people.some(
    (person) => lessonRelevance(lesson, team.exposure, person.role).relevance.score >= leastRelevance,
  );
  return {
    lessonId: lesson.id,
    rule,
    chance,
    warmth: warmthOf(chance),
    recalling: chances.reduce((sum, value) => sum + value, 0),
    met: memories.filter((memory) => memory !== null).length,
    people: team.people.length,
    relevant,
  };
}
