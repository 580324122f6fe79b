import { setTimeout as sleep } from 'node:timers/promises';
import { signToken } from '#server/answers/token.ts';
import type { Db } from '#server/database/open-database.ts';
import { keyringOf } from '#server/keys/keyring.ts';
import { seededRandom } from '../../demo/seeded-random.ts';
import { layOut, secret, untilKept } from './loaded-product.ts';
import { type OpenQuestion, someMails } from './organisation.ts';
import type { Product } from './product.ts';
import { besideGoal, quantile } from './quantiles.ts';
import { ask, type Reply, type Site } from './site-client.ts';
import { signIn } from './trainer-session.ts';

export type LoadPlan = { people: number; teams: number; answers: number; loadMs: number; kills: number };

/** What a large firm may do to it: everybody answers in the same minutes. */
export const aLargeFirm: LoadPlan = { people: 20_000, teams: 250, answers: 5000, loadMs: 60_000, kills: 5 };

/** Trainers who open the desk in the same moment, and how often they do. */
const desksAtOnce = 20;
const desksEveryMs = 5000;

const answeringAtOnce = 20;

const goals = { answerMs: 100, deskMs: 400, freezeMs: 100 };

/**
 * The built product in a process of its own: a minute of answers with the reads around them and the desk, then answers through kills. Times count
 * from the moment at which a request was due, so that a server that stands still is not asked less.
 */
export async function load(store: 'SQLite' | 'PostgreSQL', plan: LoadPlan): Promise<string[]> {
  const { people, teams } = plan;
  const laid = await layOut({ people, teams, store, pastMails: someMails, repository: '.' });
  let product = await laid.start();
  try {
    const kept = await untilKept(laid.db);
    const first = await product.loop();
    const cookie = await signIn(product.site, laid.sink);
    // The first page of a process loads its code.
    await ask(product.site, { method: 'GET', path: '/desk', cookie });
    const open = laid.open.slice(0, plan.answers);
    const minute = await aMinute(product, cookie, open, plan.loadMs);
    const missing = await missingAnswers(laid.db, minute.acknowledged);
    const kills = await throughKills(
      laid.start,
      product,
      { open: laid.open.slice(plan.answers), kills: plan.kills },
      (by) => (product = by),
    );
    const lost = await missingAnswers(laid.db, kills.acknowledged);
    return [
      `${people} people in ${teams} teams on ${store}: all figures of the desk kept ${kept.toFixed(0)} s after the start, the event loop still for ${first.longestMs.toFixed(0)} ms at most, starting included`,
      ...minute.lines,
      `of ${minute.acknowledged.length} acknowledged answers ${missing} are missing (goal 0: ${verdict(missing)})`,
      `${plan.kills} kills (SIGKILL) while ${answeringAtOnce} answer at once: of ${kills.acknowledged.length} acknowledged answers ${lost} are missing (goal 0: ${verdict(lost)}); ${kills.unanswered} were under way and not acknowledged`,
    ];
  } finally {
    await product.kill('SIGKILL');
    await laid.remove();
  }
}

const verdict = (count: number) => (count === 0 ? 'met' : 'missed');

/** What was measured of one kind of request. */
type Measured = { times: number[]; errors: Map<string, number> };

async function aMinute(product: Product, cookie: string, open: readonly OpenQuestion[], loadMs: number) {
  const measured = { answers: none(), answerPages: none(), casePages: none(), desks: none() };
  const acknowledged: number[] = [];
  const began = performance.now();
  await product.loop();
  const answering = open.map(async (question, index) => {
    const dueAt = began + (index * loadMs) / open.length;
    const path = linkOf(question);
    const get = (of: Measured, at: string) => measure(of, dueAt, () => ask(product.site, { method: 'GET', path: at }));
    await until(dueAt);
    await get(measured.answerPages, path);
    // The reader takes a moment; what is measured begins with their click.
    const clickedAt = Math.max(dueAt + 1000, performance.now());
    await until(clickedAt);
    const reply = await measure(measured.answers, clickedAt, () => post(product.site, question));
    if (reply?.status === 303) acknowledged.push(question.nudgeId);
    if (index % 2 === 0)
      await measure(measured.casePages, performance.now(), () =>
        ask(product.site, { method: 'GET', path: '/cases/neon-2022' }),
      );
  });
  const rounds = Math.floor(loadMs / desksEveryMs);
  const looking = Array.from({ length: rounds * desksAtOnce }, async (_, index) => {
    const dueAt = began + (Math.floor(index / desksAtOnce) + 0.5) * desksEveryMs;
    await until(dueAt);
    const path = `/desk?page=${1 + (index % desksAtOnce)}`;
    await measure(measured.desks, dueAt, () => ask(product.site, { method: 'GET', path, cookie }));
  });
  await Promise.all([...answering, ...looking]);
  const loop = await product.loop();
  const seconds = (performance.now() - began) / 1000;
  const { answers, answerPages, casePages, desks } = measured;
  const lines = [
    `${answers.times.length} answers in ${seconds.toFixed(0)} s: ${timesOf(answers, goals.answerMs)}`,
    `${answerPages.times.length} answer pages: ${timesOf(answerPages, null)}; ${casePages.times.length} case pages: ${timesOf(casePages, null)}`,
    `${desks.times.length} desk pages, ${desksAtOnce} at once: ${timesOf(desks, goals.deskMs)}`,
    `the event loop stood still for ${besideGoal(loop.longestMs, goals.freezeMs, 'ms')} at most, p99 ${loop.p99Ms.toFixed(0)} ms; the process took ${(loop.cpuMs / 1000).toFixed(0)} s of a processor`,
  ];
  return { lines, acknowledged };
}

const none = (): Measured => ({ times: [], errors: new Map() });

function timesOf({ times, errors }: Measured, goal: number | null): string {
  const p99 = quantile(times, 0.99);
  const failed = [...errors].map(([what, count]) => `${count} × ${what}`).join(', ') || '0 errors';
  const last = goal === null ? `${p99.toFixed(0)} ms` : besideGoal(p99, goal, 'ms');
  return `p50 ${quantile(times, 0.5).toFixed(0)} ms, p99 ${last}, ${failed}`;
}

/** Notes the time since the request was due; one that fails or is refused is an error and has no time. */
async function measure(
  { times, errors }: Measured,
  dueAt: number,
  asking: () => Promise<Reply>,
): Promise<Reply | null> {
  const count = (what: string) => errors.set(what, (errors.get(what) ?? 0) + 1);
  try {
    const reply = await asking();
    if (reply.status >= 400) count(String(reply.status));
    else times.push(performance.now() - dueAt);
    return reply;
  } catch (err) {
    count(err instanceof Error && 'code' in err ? String(err.code) : String(err));
    return null;
  }
}

async function until(at: number): Promise<void> {
  const left = at - performance.now();
  if (left > 0) await sleep(left);
}

function linkOf({ nudgeId, closesAt }: OpenQuestion): string {
  return `/n/${signToken(keyringOf(secret, []), 'nudge', { id: nudgeId, key: null }, closesAt)}`;
}

function post(site: Site, question: OpenQuestion): Promise<Reply> {
  return ask(site, { method: 'POST', path: linkOf(question), fields: { choice: 'a', sureness: 'fairly' } });
}

type Answering = { acknowledged: number[]; unanswered: number };

/** Kills the product while answers are posted, starts another on the same store, and goes on. */
async function throughKills(
  start: () => Promise<Product>,
  first: Product,
  { open, kills }: { open: readonly OpenQuestion[]; kills: number },
  started: (product: Product) => void,
): Promise<Answering> {
  const random = seededRandom(kills);
  const waiting = [...open];
  const answering: Answering = { acknowledged: [], unanswered: 0 };
  let product = first;
  for (let killed = 0; killed < kills; killed += 1) {
    const posting = Array.from({ length: answeringAtOnce }, () => answerUntilGone(product.site, waiting, answering));
    await sleep(500 + random() * 1500);
    await product.kill('SIGKILL');
    await Promise.all(posting);
    product = await start();
    started(product);
  }
  return answering;
}

async function answerUntilGone(site: Site, waiting: OpenQuestion[], answering: Answering): Promise<void> {
  for (;;) {
    const question = waiting.pop();
    if (!question) return;
    try {
      const { status } = await post(site, question);
      if (status === 303) answering.acknowledged.push(question.nudgeId);
    } catch {
      // The product was killed: what became of this one nobody was told.
      answering.unanswered += 1;
      return;
    }
  }
}

async function missingAnswers(db: Db, nudgeIds: readonly number[]): Promise<number> {
  const asked = new Set(nudgeIds);
  const rows = await db.selectFrom('answer').select('nudge_id').distinct().execute();
  for (const { nudge_id } of rows) asked.delete(nudge_id);
  return asked.size;
}
