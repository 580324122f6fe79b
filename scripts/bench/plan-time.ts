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

const manyPeople = 100_000;

/**
 * Planning a morning, each time in a process of its own: generated people with 200 lessons, beside an older commit where a folder holds one
 * (`--beside FOLDER`, with its node_modules), in turns; and a whole organisation by the real command over a store in a file.
 */
export async function planTime(beside: string | null): Promise<string[]> {
  return [...planningLines(beside), ...storeLines(manyPeople)];
}

type Planned = { ms: number; megabytes: number; nudges: number; mark: string };

const planned = z.object({ ms: z.number(), nudges: z.number(), mark: z.string() });

function planPeople(folder: string, people: number): Planned {
  const { stdout, megabytes } = measuredChild(scriptOf('plan-people.ts'), [folder, String(people)], here, process.env);
  return { megabytes, ...planned.parse(JSON.parse(stdout)) };
}

function planningLines(beside: string | null): string[] {
  const folders = beside ? [here, beside] : [here];
  const runs = Array.from({ length: rounds }, () => folders.map((folder) => planPeople(folder, 10_000)));
  const small = planPeople(here, 1000);
  const [ours, theirs] = folders.map((_, index) => runs.flatMap((round) => round[index] ?? []));
  if (!ours) return [];
  const lines = [`10,000 people x 200 lessons: ${shown(ours)} (medians of ${rounds})`];
  if (theirs) {
    const same = ours[0]?.mark === theirs[0]?.mark ? 'the same choices' : 'other choices';
    lines.push(
      `beside ${beside}: ${shown(theirs)}; now ${(medianOf(ours, 'ms') / medianOf(theirs, 'ms')).toFixed(2)} of its time and ${(medianOf(ours, 'megabytes') / medianOf(theirs, 'megabytes')).toFixed(2)} of its memory, ${same}`,
    );
  }
  const perPerson = medianOf(ours, 'ms') / 10 / small.ms;
  return [...lines, `time per person of 10,000: ${perPerson.toFixed(2)} times that of 1,000`];
}

function shown(runs: readonly Planned[]): string {
  return `${seconds(medianOf(runs, 'ms'))}, ${runs[0]?.nudges} nudges, ${medianOf(runs, 'megabytes').toFixed(0)} MB at most`;
}

function medianOf(runs: readonly Planned[], of: 'ms' | 'megabytes'): number {
  return runs.map((run) => run[of]).sort((a, b) => a - b)[Math.floor(runs.length / 2)] ?? 0;
}

const asked = z.object({ ms: z.number(), people: z.number(), would: z.number() });

/** The generated organisation in a store, planned and asked about as by the command line. */
function storeLines(people: number): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-bench-'));
  try {
    measuredChild(scriptOf('large-store.ts'), [folder, String(people)], here, process.env);
    const who = () => measuredChild(scriptOf('who-time.ts'), [folder, 'lesson-7'], here, process.env);
    const runs = Array.from({ length: rounds }, who);
    const answers = runs.map(({ stdout }) => asked.parse(JSON.parse(stdout))).sort((a, b) => a.ms - b.ms);
    const answer = answers[Math.floor(rounds / 2)];
    const plan = planCommand(folder);
    const teams = z
      .object({ teams: z.array(z.object({ nudges: z.array(z.unknown()) })) })
      .parse(JSON.parse(plan.stdout));
    const nudges = teams.teams.reduce((sum, team) => sum + team.nudges.length, 0);
    return [
      `${people} people of a store, all of nudge -- plan: ${seconds(plan.ms)}, ${nudges} nudges for ${teams.teams.length} teams, ${plan.megabytes.toFixed(0)} MB at most`,
      `who would get one lesson, ${answer?.would} of ${answer?.people} people: ${seconds(answer?.ms ?? 0)} (median of ${rounds}), ${runs[0]?.megabytes.toFixed(0)} MB at most`,
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The plan command as an operator runs it, in a folder with a library and a store; nothing is sent. */
function planCommand(folder: string): Measured {
  const env = {
    ...process.env,
    DATA_DIR: join(folder, 'data'),
    SMTP_URL: 'smtp://localhost:9',
    SITE_URL: 'https://nodomoto.example',
    SECRET: 'a secret of the bench that signs nothing',
  };
  const at = Temporal.Instant.fromEpochMilliseconds(now).toString();
  return measuredChild(join(here, 'scripts', 'nudge.ts'), ['plan', '--json', '--now', at], folder, env);
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
