import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { now } from './bench-morning.ts';
import { type Measured, measuredChild } from './measured-child.ts';

const here = process.cwd();
const scriptOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Odd, so that there is a middle one. */
const rounds = 3;

const somePeople = 10_000;
const manyPeople = 100_000;

/**
 * Planning a morning, each time in a process of its own: the planner alone over generated people with 200 lessons, and the real command over a
 * store in a file; both beside an older commit where a folder holds one (`--beside FOLDER`, with its node_modules). Then a store of many people.
 */
export async function planTime(beside: string | null): Promise<string[]> {
  return [...planningLines(beside), ...commandLines(beside), ...largeStoreLines()];
}

/** Milliseconds and millions of bytes. */
type Cost = { ms: number; megabytes: number };

type Planned = Cost & { nudges: number; mark: string };

const planned = z.object({ ms: z.number(), nudges: z.number(), mark: z.string() });

function planPeople(repository: string, people: number): Planned {
  const args = [repository, String(people)];
  const { stdout, megabytes } = measuredChild(scriptOf('plan-people.ts'), args, here, process.env);
  return { megabytes, ...planned.parse(JSON.parse(stdout)) };
}

function planningLines(beside: string | null): string[] {
  const repositories = beside ? [here, beside] : [here];
  const runs = Array.from({ length: rounds }, () => repositories.map((one) => planPeople(one, somePeople)));
  const [ours = [], theirs = []] = repositories.map((_, index) => runs.flatMap((round) => round[index] ?? []));
  const [our, their] = [medians(ours), medians(theirs)];
  const lines = [`${somePeople} people x 200 lessons: ${shown(our)}, ${ours[0]?.nudges} nudges (medians of ${rounds})`];
  if (theirs.length === 0) return lines;
  const same = ours[0]?.mark === theirs[0]?.mark ? 'the same choices' : 'other choices';
  return [...lines, `beside ${beside}: ${shown(their)}; ${sharesOf(our, their)}, ${same}`];
}

/** The whole command over a store, and the older commit's over the same people in a store of its own form. */
function commandLines(beside: string | null): string[] {
  const plans = (beside ? [here, beside] : [here]).map((repository) =>
    inStore(somePeople, repository, (folder) => planCommand(folder, repository)),
  );
  const [ours, theirs] = plans;
  if (!ours) return [];
  const lines = [`${somePeople} people of a store, all of nudge -- plan: ${shownCommand(ours)}`];
  if (!theirs) return lines;
  const same = ours.stdout === theirs.stdout ? 'the same output' : 'other output';
  return [...lines, `beside ${beside}: ${shownCommand(theirs)}; ${sharesOf(ours, theirs)}, ${same}`];
}

const asked = z.object({ ms: z.number(), people: z.number(), would: z.number() });

function largeStoreLines(): string[] {
  return inStore(manyPeople, here, (folder) => {
    const runs = Array.from({ length: rounds }, () => {
      const { stdout, megabytes } = measuredChild(scriptOf('who-time.ts'), [folder, 'lesson-7'], here, process.env);
      return { megabytes, ...asked.parse(JSON.parse(stdout)) };
    });
    const [answer] = runs;
    return [
      `who would get one lesson, ${answer?.would} of ${answer?.people} people: ${shown(medians(runs))} (medians of ${rounds})`,
      `${manyPeople} people of a store, all of nudge -- plan: ${shownCommand(planCommand(folder, here))}`,
    ];
  });
}

/** Lays out a store of generated people for something to be done with it, and removes it. */
function inStore<T>(people: number, repository: string, act: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-bench-'));
  try {
    measuredChild(scriptOf('large-store.ts'), [folder, String(people), repository], here, process.env);
    return act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The plan command as an operator runs it, in a folder with a library and a store; nothing is sent. */
function planCommand(folder: string, repository: string): Measured {
  const env = {
    ...process.env,
    DATA_DIR: join(folder, 'data'),
    SMTP_URL: 'smtp://localhost:9',
    SITE_URL: 'https://nodomoto.example',
    SECRET: 'a secret of the bench that signs nothing',
  };
  const at = Temporal.Instant.fromEpochMilliseconds(now).toString();
  return measuredChild(join(repository, 'scripts', 'nudge.ts'), ['plan', '--json', '--now', at], folder, env);
}

const planOutput = z.object({ teams: z.array(z.object({ nudges: z.array(z.unknown()) })) });

function shownCommand(plan: Measured): string {
  const { teams } = planOutput.parse(JSON.parse(plan.stdout));
  const nudges = teams.reduce((sum, team) => sum + team.nudges.length, 0);
  return `${shown(plan)}, ${nudges} nudges for ${teams.length} teams`;
}

function shown({ ms, megabytes }: Cost): string {
  return `${(ms / 1000).toFixed(1)} s, ${megabytes.toFixed(0)} MB at most`;
}

function sharesOf(ours: Cost, theirs: Cost): string {
  return `now ${(ours.ms / theirs.ms).toFixed(2)} of its time and ${(ours.megabytes / theirs.megabytes).toFixed(2)} of its memory`;
}

function medians(runs: readonly Cost[]): Cost {
  const middle = (of: keyof Cost) => runs.map((run) => run[of]).sort((a, b) => a - b)[Math.floor(runs.length / 2)] ?? 0;
  return { ms: middle('ms'), megabytes: middle('megabytes') };
}
