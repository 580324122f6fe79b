import { readPublishedLibrary } from '../../src/catalogue/read-published.ts';
import { plannableLessons } from '../../src/nudges/plannable-lessons.ts';
import { planTeamDay } from '../../src/planning/plan-team-day.ts';
import type { PlannableLesson, PlannedTeam } from '../../src/planning/world.ts';

const now = Date.parse('2026-11-23T22:30:00Z');

function team(id: number, size: number): PlannedTeam {
  const people = Array.from({ length: size }, (_, index) => ({
    id: id * 1000 + index,
    name: `Person ${index}`,
    role: (['buyer', 'planner', 'quality', 'logistics'] as const)[index % 4] ?? 'buyer',
    zone: 'Asia/Tokyo',
    pace: 'weekly' as const,
    pausedUntil: null,
    notRelevant: [],
    past: [],
    memory: new Map(),
    answerRate: 0.6,
  }));
  const item = {
    name: 'Valves',
    input: 'brake-valves',
    origin: 'JP',
    share: 0.9,
    suppliers: 1,
    stockDays: 2,
    recoveryDays: 30,
    alternative: 'none' as const,
  };
  return {
    id,
    name: `Team ${id}`,
    zone: 'Asia/Tokyo',
    mailTime: '08:30',
    exposure: { sector: 'motor', items: [item] },
    people,
    assignments: [],
  };
}

function planTeams(count: number, lessons: readonly PlannableLesson[]): { ms: number; nudges: number } {
  const teams = Array.from({ length: count }, (_, id) => team(id, 8));
  const start = performance.now();
  const nudges = teams.reduce(
    (sum, entry) => sum + planTeamDay({ team: entry, lessons, on: '2026-11-24', now, seed: 'bench' }).length,
    0,
  );
  return { ms: performance.now() - start, nudges };
}

/** Planning time of 30 and of 3,000 people, alternated, and the ratio of the time per person: it should stay near 1. */
export async function planTime(): Promise<string[]> {
  const lessons = plannableLessons(readPublishedLibrary('dist/client').en);
  planTeams(50, lessons);
  const ratios: number[] = [];
  let last = { small: { ms: 0, nudges: 0 }, large: { ms: 0, nudges: 0 } };
  for (let round = 0; round < 5; round += 1) {
    last = { small: planTeams(4, lessons), large: planTeams(375, lessons) };
    ratios.push(last.large.ms / 3000 / (last.small.ms / 32));
  }
  const ratio = ratios.sort((a, b) => a - b)[2] ?? 0;
  return [
    `32 people, ${lessons.length} lessons: ${last.small.ms.toFixed(1)} ms, ${last.small.nudges} nudges`,
    `3,000 people: ${last.large.ms.toFixed(0)} ms, ${last.large.nudges} nudges; time per person ${ratio.toFixed(2)} times that of 32 (median of 5)`,
  ];
}
