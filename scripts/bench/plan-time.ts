import { usualWeights } from '#core/exposure/weights.ts';
import { planTeamDay } from '#core/planning/plan-team-day.ts';
import type { PlannableLesson } from '#core/planning/planner-types.ts';
import { whoWouldGet } from '#core/planning/who-would-get.ts';
import { generatedLessons, generatedTeams } from './generated-organisation.ts';

const on = '2026-11-24';
const now = Date.parse('2026-11-23T22:30:00Z');

/** Teams are made, planned and let go a thousand people at a time, as a run over a large organisation would: memory stays bounded. */
const peopleAtATime = 1000;

type Planned = { ms: number; nudges: number; mostMegabytes: number };

/** Milliseconds of planning alone; making the people is not counted. */
function planPeople(people: number, lessons: readonly PlannableLesson[]): Planned {
  const result: Planned = { ms: 0, nudges: 0, mostMegabytes: 0 };
  for (let done = 0; done < people; done += peopleAtATime) {
    const teams = generatedTeams(Math.min(peopleAtATime, people - done), lessons, now, on);
    const start = performance.now();
    for (const team of teams)
      result.nudges += planTeamDay({ team, lessons, on, now, seed: 'bench', weights: usualWeights }).length;
    result.ms += performance.now() - start;
    result.mostMegabytes = Math.max(result.mostMegabytes, process.memoryUsage().rss / 1e6);
  }
  return result;
}

function whoTime(lessons: readonly PlannableLesson[]): { ms: number; people: number } {
  const [lesson] = lessons;
  const teams = generatedTeams(5000, lessons, now, on);
  const start = performance.now();
  const lines = lesson ? teams.flatMap((team) => whoWouldGet(lesson, team, on, now, usualWeights)) : [];
  return { ms: performance.now() - start, people: lines.length };
}

/** Planning time of 1,000, 10,000 and 100,000 people with 200 lessons each, and the ratio of the time per person: it should stay near 1. */
export async function planTime(): Promise<string[]> {
  const lessons = generatedLessons(200);
  planPeople(200, lessons);
  const ratios: number[] = [];
  let small = planPeople(1000, lessons);
  for (let round = 0; round < 3; round += 1) {
    small = planPeople(1000, lessons);
    ratios.push(planPeople(5000, lessons).ms / 5 / small.ms);
  }
  const ratio = ratios.sort((a, b) => a - b)[1] ?? 0;
  const large = planPeople(10_000, lessons);
  const huge = planPeople(100_000, lessons);
  const asked = whoTime(lessons);
  return [
    line('1,000 people x 200 lessons', small),
    `5,000 people: time per person ${ratio.toFixed(2)} times that of 1,000 (median of 3)`,
    line('10,000 people x 200 lessons', large),
    `${line('100,000 people x 200 lessons', huge)}; time per person ${(huge.ms / 10 / large.ms).toFixed(2)} times that of 10,000`,
    `who would get one lesson, ${asked.people} people: ${asked.ms.toFixed(0)} ms`,
  ];
}

function line(what: string, { ms, nudges, mostMegabytes }: Planned): string {
  return `${what}: ${(ms / 1000).toFixed(1)} s, ${nudges} nudges, ${mostMegabytes.toFixed(0)} MB at most`;
}
