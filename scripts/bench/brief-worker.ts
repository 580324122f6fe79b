import { join } from 'node:path';
import { readPublishedLibrary } from '#catalogue/read/read-published.ts';
import { quarterOf } from '#core/brief/quarter.ts';
import { usualWeights } from '#core/exposure/weights.ts';
import { makeBrief } from '#server/brief/make-brief.ts';
import { openDatabase } from '#server/database/open-database.ts';

/** `node brief-worker.ts FOLDER`: makes the brief of the store of a folder twice and prints the milliseconds of each. */
const [dataDir = ''] = process.argv.slice(2);
const store = await openDatabase({ dataDir, databaseUrl: null });
const library = readPublishedLibrary(join('dist', 'client'));
const now = Date.now();
const quarter = quarterOf(new Date(now).toISOString().slice(0, 10));
const times: number[] = [];
for (let round = 0; round < 2; round += 1) {
  const began = performance.now();
  await makeBrief({ db: store.db, library, weights: usualWeights, smallestTeam: 5 }, quarter, now);
  times.push(performance.now() - began);
}
console.log(times.join(' '));
await store.close();
