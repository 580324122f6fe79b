import { readPublishedLibrary } from '#catalogue/read/read-published.ts';
import { usualWeights } from '#core/exposure/weights.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { nobodyIsNew } from '#server/nudges/newcomers.ts';
import { readWho } from '#server/nudges/read-who.ts';
import { now } from './bench-morning.ts';

/** `node who-time.ts FOLDER LESSON`: who would get a lesson, of everybody in the store that `large-store.ts` laid out; prints the milliseconds and the people. */
const [folder = '', lesson = ''] = process.argv.slice(2);
const { en } = readPublishedLibrary(`${folder}/dist/client`);
const store = await openDatabase({ dataDir: `${folder}/data`, databaseUrl: null });
const start = performance.now();
const planner = { db: store.db, catalogue: en, seed: 'bench', weights: usualWeights, newcomers: nobodyIsNew };
const lines = await readWho(planner, lesson, now);
const ms = performance.now() - start;
await store.close();
console.log(
  JSON.stringify({ ms, people: lines?.length ?? 0, would: lines?.filter(({ hold }) => hold === null).length ?? 0 }),
);
