import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { lessonCount, now, on } from './bench-morning.ts';

/**
 * `node plan-people.ts FOLDER PEOPLE`: plans generated people with the planner of the repository in FOLDER, this one or an older one, and prints
 * the milliseconds of planning alone, the nudges, and a mark that is the same for the same choices with the same gains.
 */
const [folder = '.', people = '10000'] = process.argv.slice(2);

/** Teams are made, planned and let go a thousand people at a time; making them is not counted. */
const peopleAtATime = 1000;

const urlOf = (path: string) => pathToFileURL(join(folder, path)).href;
const core = existsSync(join(folder, 'src/core')) ? 'src/core' : 'src';
const { planTeamDay }: typeof import('#core/planning/plan-team-day.ts') = await import(
  urlOf(`${core}/planning/plan-team-day.ts`)
);
const { usualWeights }: typeof import('#core/exposure/weights.ts') = await import(urlOf(`${core}/exposure/weights.ts`));
const { generatedLessons, generatedTeams }: typeof import('./generated-organisation.ts') = await import(
  urlOf('scripts/bench/generated-organisation.ts')
);

const lessons = generatedLessons(lessonCount);
const mark = createHash('sha256');
let ms = 0;
let nudges = 0;
for (let done = 0; done < Number(people); done += peopleAtATime) {
  const teams = generatedTeams(Math.min(peopleAtATime, Number(people) - done), lessons, now, on);
  const start = performance.now();
  const choices = teams.flatMap((team) =>
    planTeamDay({ team, lessons, on, now, seed: `bench ${done}`, weights: usualWeights }),
  );
  ms += performance.now() - start;
  nudges += choices.length;
  // The last digits of a gain follow from the order of its arithmetic, which may differ between commits.
  for (const { explanation, ...choice } of choices)
    mark.update(JSON.stringify({ ...choice, gain: explanation.gain.toFixed(6) }));
}
console.log(JSON.stringify({ ms, nudges, mark: mark.digest('hex') }));
