import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { apart, rooms } from '../rooms.config.ts';
import { checkRooms } from './rooms/check-rooms.ts';
import { drawRooms, withRooms } from './rooms/draw-rooms.ts';

const isSource = (path: string) =>
  /\.(ts|tsx|astro|mjs)$/.test(path) && !/\.(test|e2e|setup|d)\.ts$/.test(path) && !path.startsWith('src/testing/');

function sourcesBelow(folder: string): [string, string][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(isSource)
    .map((path) => [path, readFileSync(path, 'utf8')]);
}

const architecture = 'docs/architecture.md';
const parts = { rooms, apart };
const sources = new Map([...sourcesBelow('src'), ...sourcesBelow('scripts')]);
const page = readFileSync(architecture, 'utf8');
const drawn = withRooms(page, drawRooms(parts, sources));

/** `npm run check` asks this: does every line stand in its room, and is the picture of them up to date? `--write` draws it anew. */
if (process.argv.includes('--write')) writeFileSync(architecture, drawn);
const faults = checkRooms(parts, sources);
if (drawn !== page && !process.argv.includes('--write'))
  faults.push(`${architecture}: out of date; run npm run rooms.`);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
console.log(
  faults.length === 0 ? `Rooms: ${rooms.length}, every line in its own.` : `Rooms: ${faults.length} to mend.`,
);
