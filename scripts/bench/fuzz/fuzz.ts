import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '#testing/free-port.ts';
import { type RunningProduct, startProduct } from '#testing/running-product.ts';
import { knowProduct } from './know-product.ts';
import { oddRequest } from './odd-request.ts';
import type { Known } from './odd-target.ts';
import { type Outcome, sendRaw } from './send-raw.ts';

/** How many requests are under way at once. */
const atOnce = 24;

/** What code and caches take is taken by then. */
const warmUp = 5000;

/** By then every connection is closed, those too over which nothing more came, and Node has given memory back. */
const restMs = 30_000;

const wanted = () => Number(process.env['FUZZ_REQUESTS'] ?? 100_000);
const seedOfRun = () => Number(process.env['FUZZ_SEED'] ?? 13);

export type Fuzzed = {
  outcomes: Map<Outcome, number> /** Numbers of requests that were answered with 500 or more. */;
  failed: number[];
};

/** Sends the requests with these numbers; each is made anew, so that nothing of them is kept. */
export async function sendOddRequests(known: Known, seed: number, from: number, to: number): Promise<Fuzzed> {
  const port = Number(new URL(`http://${known.host}`).port);
  const outcomes = new Map<Outcome, number>();
  const failed: number[] = [];
  let next = from;
  const sendNext = async () => {
    for (let number = next++; number < to; number = next++) {
      const outcome = await sendRaw(port, oddRequest(seed, number, known));
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (typeof outcome === 'number' && outcome >= 500) failed.push(number);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sendNext));
  return { outcomes, failed };
}

/**
 * `npm run bench -- fuzz`: odd requests over all routes, methods, headers, bodies and cookies at a trial of its own on this machine. FUZZ_REQUESTS says how
 * many (100,000), FUZZ_SEED which.
 */
export async function fuzz(): Promise<string[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'nodomoto-fuzz-'));
  const settings = { PORT: String(await freePort()), DATA_DIR: dataDir, LOG_LEVEL: 'error' };
  // The first start plays half a year, whose memory is not that of serving.
  await (await startProduct(settings)).stop();
  const product = await startProduct(settings);
  try {
    return await fuzzed(product);
  } finally {
    await product.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function fuzzed(product: RunningProduct): Promise<string[]> {
  const known = await knowProduct(product.url);
  const requests = wanted();
  const seed = seedOfRun();
  await sendOddRequests(known, seed, requests, requests + Math.min(warmUp, requests));
  await sleep(restMs);
  const before = heldBy(product.pid);
  const began = performance.now();
  const { outcomes, failed } = await sendOddRequests(known, seed, 0, requests);
  const seconds = (performance.now() - began) / 1000;
  await sleep(restMs);
  const lives = await fetch(`${product.url}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );
  const after = heldBy(product.pid);
  const counts = [...outcomes].sort(([a], [b]) => String(a).localeCompare(String(b)));
  return [
    `${requests} requests, seed ${seed}, ${atOnce} at once, ${Math.round(seconds)} s (${Math.round(requests / seconds)} a second)`,
    `ends of the process: ${lives ? 0 : 1}`,
    `answers of 500 and more: ${failed.length}${failed.length > 0 ? ` (numbers ${failed.slice(0, 10).join(', ')})` : ''}`,
    `statuses: ${counts.map(([outcome, count]) => `${outcome} ${count}`).join(', ')}`,
    `memory (resident) after a rest: ${before.megabytes} MB before, ${after.megabytes} MB after`,
    `open files and sockets: ${before.handles} before, ${after.handles} after`,
    `lines of level error in the log: ${errorsIn(product.output())}`,
  ];
}

/** Each event with how often it was told. */
function errorsIn(output: string): string {
  const events = [...output.matchAll(/"level":"error".*?"event":"([a-z-]+)"/g)].map(([, event = '']) => event);
  const kinds = [...new Set(events)].map((kind) => `${kind} ${events.filter((event) => event === kind).length}`);
  return kinds.join(', ') || 'none';
}

/** What a process holds, as Linux tells it. */
function heldBy(pid: number): { megabytes: number; handles: number } {
  const kilobytes = Number(/^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  return { megabytes: Math.round(kilobytes / 1024), handles: readdirSync(`/proc/${pid}/fd`).length };
}
