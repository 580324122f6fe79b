import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readPublishedLibrary } from '#catalogue/read/read-published.ts';
import { usualWeights } from '#core/exposure/weights.ts';
import { memoryHeatmap } from '#server/desk/heatmap.ts';
import { readTeams } from '#server/nudges/read-teams.ts';
import { type Laid, layOut, untilKept } from './loaded-product.ts';
import { someMails } from './organisation.ts';
import type { Product } from './product.ts';
import { besideGoal, median } from './quantiles.ts';
import { ask } from './site-client.ts';
import { signIn } from './trainer-session.ts';

const people = 5000;
const teams = 250;
const rounds = 9;
const atOnce = 20;
const goals = { times: 20, kilobytes: 150, freezeMs: 100 };

/** The first page of a large organisation's desk, beside an older commit that is built in a folder (`--beside FOLDER`), or beside the reckoning alone that a page waited for before. */
export async function overview(beside: string | null): Promise<string[]> {
  if (beside !== null && !existsSync(join(beside, 'dist', 'server', 'entry.mjs')))
    throw new Error(`Build the product in ${beside} first: npm run build.`);
  const ours = await aDesk('.');
  const theirs = beside === null ? null : await aDesk(beside);
  try {
    const kept = await untilKept(ours.laid.db);
    const before = theirs ? () => theirs.open() : () => reckoned(ours.laid);
    const what = beside === null ? 'reading everybody and working out all figures, as each page did before' : beside;
    const our: Opened[] = [];
    const their: Opened[] = [];
    for (let round = 0; round < rounds; round += 1) {
      our.push(await ours.open());
      their.push(await before());
    }
    const times = (of: 'ms' | 'cpuMs') => median(their.map((opened, round) => opened[of] / (our[round]?.[of] ?? 1)));
    const kilobytes = (our.at(-1)?.bytes ?? 0) / 1000;
    return [
      `${people} people in ${teams} teams, figures kept ${kept.toFixed(0)} s after the start: GET /desk/memory ${costOf(our)}, ${besideGoal(kilobytes, goals.kilobytes, 'kB')}`,
      `${what}: ${costOf(their)}; ${times('ms').toFixed(0)} times as long and ${times('cpuMs').toFixed(0)} times as much of a processor (goal ${goals.times}: ${times('ms') >= goals.times ? 'met' : 'missed'}; medians of ${rounds}, alternated)`,
      `${atOnce} at once: ${await together(ours)}`,
      ...(theirs ? [`${atOnce} at once in ${beside}: ${await together(theirs)}`] : []),
    ];
  } finally {
    await ours.close();
    await theirs?.close();
  }
}

function costOf(opened: readonly Opened[]): string {
  const middle = (of: 'ms' | 'cpuMs') => median(opened.map((one) => one[of])).toFixed(0);
  return `${middle('ms')} ms, ${middle('cpuMs')} ms of a processor`;
}

/** `cpuMs` is what it took of a processor: on a busy machine the truer of the two. */
type Opened = { ms: number; cpuMs: number; bytes: number };
type Desk = {
  laid: Laid;
  product: Product;
  open: () => Promise<Opened>;
  openOnce: () => Promise<{ ms: number }>;
  close: () => Promise<void>;
};

/** A product on a large organisation, with a trainer who has opened the page once: the first of a process loads its code. */
async function aDesk(repository: string): Promise<Desk> {
  const laid = await layOut({ people, teams, store: 'SQLite', pastMails: someMails, repository });
  const product = await laid.start();
  const cookie = await signIn(product.site, laid.sink);
  // Where an older commit shows what teams remember.
  const path = repository === '.' ? '/desk/memory' : '/desk';
  const openOnce = async () => {
    const { status, ms, body } = await ask(product.site, { method: 'GET', path, cookie });
    if (status !== 200) throw new Error(`The desk answered with ${status}.`);
    return { ms, bytes: Buffer.byteLength(body) };
  };
  const open = async (): Promise<Opened> => {
    await product.loop();
    const reply = await openOnce();
    const { cpuMs } = await product.loop();
    return { ...reply, cpuMs };
  };
  await open();
  const close = async () => {
    await product.kill('SIGTERM');
    await laid.remove();
  };
  return { laid, product, open, openOnce, close };
}

async function reckoned({ db }: Laid): Promise<Opened> {
  const catalogue = readPublishedLibrary(join('dist', 'client')).en;
  const now = Date.now();
  const start = performance.now();
  const before = process.cpuUsage();
  memoryHeatmap(catalogue, await readTeams(db, catalogue, now), now, usualWeights);
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - start, cpuMs: (user + system) / 1000, bytes: 0 };
}

async function together({ product, openOnce }: Desk): Promise<string> {
  await product.loop();
  const all = await Promise.all(Array.from({ length: atOnce }, openOnce));
  const { longestMs } = await product.loop();
  const slowest = Math.max(...all.map(({ ms }) => ms));
  return `the slowest ${slowest.toFixed(0)} ms, the event loop still for ${besideGoal(longestMs, goals.freezeMs, 'ms')} at most`;
}
