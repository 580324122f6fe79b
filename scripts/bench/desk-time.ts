import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '#core/errors/app-error.ts';
import { type AppContext, openApp, usualParts } from '#server/app-context.ts';
import { deskCookie } from '#server/desk/desk-cookies.ts';
import { memoryHeatmap } from '#server/desk/heatmap.ts';
import { beginSession } from '#server/desk/sessions.ts';
import { serveSite } from '#server/http/serve.ts';
import { openStreamLog } from '#server/log/stream-log.ts';
import { readTeams } from '#server/nudges/read-teams.ts';
import { readSettings } from '#server/settings.ts';
import { setUpDemo } from '../demo.ts';

const rounds = 15;

/** How many times the demo's teams stand side by side in the large organisation. */
const copies = 10;

/** The desk of the demo organisation, set up for the purpose: its first page as a trainer gets it, and the memory behind it. */
export async function deskTime(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-bench-'));
  const settings = readSettings({ PORT: '0', DATA_DIR: folder });
  const log = openStreamLog('warn', process.stderr, Date.now);
  await setUpDemo(settings, log, Date.now());
  const app = await openApp(settings, { ...usualParts, log, mail: 'nowhere' });
  try {
    return [...(await pageTime(app)), ...(await heatmapTime(app))];
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function pageTime(app: AppContext): Promise<string[]> {
  const cookie = `${deskCookie('session', app.settings.siteUrl).name}=${await signIn(app)}`;
  const site = await serveSite(app, 'dist');
  try {
    const times: number[] = [];
    let bytes = 0;
    for (let round = 0; round < rounds; round += 1) {
      const start = performance.now();
      const reply = await fetch(`http://localhost:${site.port}/desk`, { headers: { cookie }, redirect: 'manual' });
      bytes = (await reply.text()).length;
      times.push(performance.now() - start);
      if (reply.status !== 200) throw new AppError('DESK_CLOSED', { status: reply.status });
    }
    return [
      `GET /desk of the demo: ${shown(median(times))}, the first one ${shown(times[0] ?? 0)}, ${kilobytes(bytes)}`,
    ];
  } finally {
    await site.close();
  }
}

/** Signs the demo's trainer in. */
async function signIn({ sessions, demoTrainer, clock }: AppContext): Promise<string> {
  return (await beginSession(sessions, demoTrainer ?? '', 'link', clock())).token;
}

/** The heatmap alone, of the demo's teams and of ten times as many, alternated: the time per team should stay near 1. */
async function heatmapTime({ store, catalogue, planner, clock }: AppContext): Promise<string[]> {
  const now = clock();
  const reading: number[] = [];
  const small: number[] = [];
  const ratios: number[] = [];
  let teams = await readTeams(store.db, catalogue, now);
  const many = Array.from({ length: copies }, (_, copy) =>
    teams.map((team) => ({ ...team, id: copy * 1000 + team.id })),
  ).flat();
  for (let round = 0; round < rounds; round += 1) {
    reading.push(await timed(async () => (teams = await readTeams(store.db, catalogue, now))));
    const few = await timed(() => memoryHeatmap(catalogue, teams, now, planner.weights));
    const large = await timed(() => memoryHeatmap(catalogue, many, now, planner.weights));
    small.push(few);
    ratios.push(large / many.length / (few / teams.length));
  }
  const people = teams.reduce((sum, team) => sum + team.people.length, 0);
  return [
    `memory of ${teams.length} teams, ${people} people, ${catalogue.lessons.length} lessons: ${shown(median(small))}, after ${shown(median(reading))} of reading`,
    `memory of ${many.length} teams: time per team ${median(ratios).toFixed(2)} times that of ${teams.length} (median of ${rounds})`,
  ];
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

const shown = (milliseconds: number) => `${milliseconds.toFixed(1)} ms`;
const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB of HTML`;
