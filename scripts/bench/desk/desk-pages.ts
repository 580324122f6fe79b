import { formRoutes, type Route, routes } from '#server/http/route-of.ts';
import { layOut, untilAllKept } from '../load/loaded-product.ts';
import type { Product } from '../load/product.ts';
import { besideGoal, median, quantile } from '../load/quantiles.ts';
import { ask } from '../load/site-client.ts';
import { signIn } from '../load/trainer-session.ts';

/** An organisation, the years its people have been at it with a mail each fortnight, and how many requests show whether memory stays flat. */
export type DeskPlan = { people: number; teams: number; years: number; requests: number };

export const aLargeHouse: DeskPlan = { people: 20_000, teams: 80, years: 5, requests: 10_000 };

const mailsAYear = 26;

/** Each page is opened once before it is timed: the first of a process loads its code. */
const rounds = 40;

const goals = { p95Ms: 200, growth: 1.1 };

/** Doors of the desk, and what answers a program or hands out a file. */
const noPages = /sign-in|sign-out|enter|company|\.json|\[file\]/;

/** The same page asked otherwise: what takes longer than its plain address. */
const variants = [
  '/desk/memory?order=losing&grouping=site',
  '/desk/memory?order=relevant&grouping=function',
  '/desk/memory?page=2',
  '/desk/plan?page=5',
  '/desk/results?period=all&page=5',
  '/desk/results?team=1',
];

/** Every page of the desk on a large house that has been at it for years, by the list of routes, so that a page added later is measured too. */
export async function deskPages(store: 'SQLite' | 'PostgreSQL', plan: DeskPlan): Promise<string[]> {
  const { people, teams, years } = plan;
  const laid = await layOut({ people, teams, store, pastMails: Math.round(years * mailsAYear), repository: '.' });
  const product = await laid.start();
  try {
    const kept = await untilAllKept(laid.db);
    const cookie = await signIn(product.site, laid.sink);
    const { pages, others } = await pagesThatOpen(product, cookie);
    const lines = [];
    for (const path of pages) lines.push(await timeOf(product, cookie, path));
    const { answers } = await laid.db
      .selectFrom('answer')
      .select((eb) => eb.fn.countAll<number | string>().as('answers'))
      .executeTakeFirstOrThrow();
    return [
      `${people} people in ${teams} teams on ${store}, ${years} years, ${answers} answers; figures kept ${kept.toFixed(0)} s after the start; ${rounds} times each`,
      ...lines,
      ...(others.length > 0 ? [`no page of their own for this trainer: ${others.join(', ')}`] : []),
      await growthOver(product, cookie, pages, plan.requests),
    ];
  } finally {
    await product.kill('SIGKILL');
    await laid.remove();
  }
}

async function pagesThatOpen(product: Product, cookie: string): Promise<{ pages: string[]; others: string[] }> {
  const [pages, others]: [string[], string[]] = [[], []];
  const asked = routes.filter((route) => isDeskPage(route)).map(filledIn);
  for (const path of [...asked, ...variants]) {
    const { status } = await ask(product.site, { method: 'GET', path, cookie });
    if (status === 200) pages.push(path);
    else others.push(`${path} (${status})`);
  }
  return { pages, others };
}

function isDeskPage(route: Route): boolean {
  const isDoor = noPages.test(route);
  // What only takes a form ends in its verb, below the id of what it is about.
  const isVerb = formRoutes.includes(route) && /\]\/[a-z-]+$/.test(route);
  return /^\/desk(?:\/|$)/.test(route) && !isDoor && !isVerb;
}

const filledIn = (route: string) => route.replaceAll(/\[\w+\]/g, '1');

/** Beside the time on the clock, which other work on the machine makes longer, the time of processors that the product took for a page. */
async function timeOf({ site, loop }: Product, cookie: string, path: string): Promise<string> {
  const times: number[] = [];
  let bytes = 0;
  await loop();
  for (let round = 0; round < rounds; round += 1) {
    const { ms, body } = await ask(site, { method: 'GET', path, cookie });
    times.push(ms);
    bytes = Buffer.byteLength(body);
  }
  const cpuMs = (await loop()).cpuMs / rounds;
  const late = besideGoal(quantile(times, 0.95), goals.p95Ms, 'ms');
  return `GET ${path}: ${median(times).toFixed(0)} ms in the middle, at the 95th percentile ${late}; processor ${cpuMs.toFixed(0)} ms; ${(bytes / 1000).toFixed(0)} kB`;
}

/** The memory that the process holds after all requests, beside that after their first fifth. */
async function growthOver(
  product: Product,
  cookie: string,
  pages: readonly string[],
  requests: number,
): Promise<string> {
  const turn = async (from: number, to: number) => {
    for (let at = from; at < to; at += 1)
      await ask(product.site, { method: 'GET', path: pages[at % pages.length] ?? '/desk', cookie });
    return product.loop();
  };
  const early = await turn(0, Math.floor(requests / 5));
  const late = await turn(Math.floor(requests / 5), requests);
  const megabytes = (figures: { rss: number }) => (figures.rss / 1e6).toFixed(0);
  return `memory: ${megabytes(early)} MB after the first fifth of ${requests} requests, ${megabytes(late)} MB after all: ${besideGoal(late.rss / early.rss, goals.growth, 'times', 2)}`;
}
