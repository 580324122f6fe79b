import { join } from 'node:path';
import { readPublishedLibrary } from '#catalogue/read/read-published.ts';
import { quarterBefore, quarterOf } from '#core/brief/quarter.ts';
import { usualWeights } from '#core/exposure/weights.ts';
import { makeBrief } from '#server/brief/make-brief.ts';
import { openDatabase } from '#server/database/open-database.ts';

/**
 * `node brief-worker.ts FOLDER`: makes the brief of the store of a folder twice, and that of the quarter before, of which nothing is kept; prints the milliseconds
 * of each, and those of the processor for the last.
 */
const [dataDir = ''] = process.argv.slice(2);
const store = await openDatabase({ dataDir, databaseUrl: null });
const library = readPublishedLibrary(join('dist', 'client'));
const now = Date.now();
const quarter = quarterOf(new Date(now).toISOString().slice(0, 10));
const times: number[] = [];
let processorMs = 0;
for (const asked of [quarter, quarter, quarterBefore(quarter)]) {
  const processor = process.cpuUsage();
  const began = performance.now();
  await makeBrief({ db: store.db, library, weights: usualWeights, smallestTeam: 5 }, asked, now);
  times.push(performance.now() - began);
  const { user, system } = process.cpuUsage(processor);
  processorMs = (user + system) / 1000;
}
console.log([...times, processorMs].join(' '));
await store.close();
