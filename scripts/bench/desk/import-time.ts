import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setInterval as every } from 'node:timers';
import { readPublishedLibrary } from '#catalogue/read/read-published.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { usualPatience } from '#server/database/usual-patience.ts';
import { readStaffFile } from '#server/people/files/read-staff-file.ts';
import { keepFile, readListed } from '#server/people/imports/import-rows.ts';
import { noSettings } from '#server/people/imports/import-settings.ts';
import { type FileToRead, readImport } from '#server/people/imports/read-import.ts';
import { agreeToImport, agreeToUndo, runImport, runUndo } from '#server/people/imports/run-import.ts';
import { startPostgres } from '#testing/postgres-server.ts';
import { besideGoal } from '../load/quantiles.ts';

const people = 20_000;
const teams = 80;
const goalSeconds = 10;

const settings = { ...noSettings, absence: 'teams', otherRole: 'buyer' } as const;

/** A list of 20,000 people through the whole of the import, as the desk runs it: read, planned, agreed to, taken in, then all moved, and that undone. */
export async function importTime(kind: 'SQLite' | 'PostgreSQL'): Promise<string[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'nodomoto-import-'));
  const postgres = kind === 'PostgreSQL' ? await startPostgres() : null;
  const store = await openDatabase({ dataDir, databaseUrl: postgres?.url ?? null }, usualPatience);
  const { vocabulary } = readPublishedLibrary(join('dist', 'client')).en;
  const parts = { db: store.db, vocabulary, scope: 'house' } as const;
  const clock = { db: store.db, clock: Date.now, stopping: new AbortController().signal, demo: false };
  try {
    const takeIn = async (file: FileToRead) => {
      const key = await keepFile(store.db, file, 'trainer@works.example', settings, Date.now());
      const read = await readImport(parts, file, settings, Date.now());
      if (read.step !== 'planned') throw new Error(`The list is ${read.step}.`);
      await agreeToImport(store.db, key, read.plan);
      await runImport(clock, key, read.plan);
      const { counts } = (await readListed(store.db, key)) ?? {};
      return { key, counts: JSON.stringify(counts) };
    };
    const readAlone = await measured(() => readStaffFile(aList(0).bytes, 'list.csv', {}));
    const first = await measured(() => takeIn(aList(0)));
    const again = await measured(() => takeIn(aList(0)));
    const moved = await measured(() => takeIn(aList(1)));
    await agreeToUndo(store.db, moved.made.key, 'trainer@works.example', Date.now());
    const undone = await measured(() => runUndo(clock, moved.made.key));
    const line = (what: string, { seconds, cpuSeconds, stillMs }: Measured<unknown>) =>
      `${what}: ${besideGoal(seconds, goalSeconds, 's', 1)}, processor ${cpuSeconds.toFixed(1)} s, the process stood still for ${stillMs.toFixed(0)} ms at most`;
    return [
      `${people} people in ${teams} teams as CSV on ${kind}; reading the file alone is ${readAlone.cpuSeconds.toFixed(1)} s of processor`,
      line(`all new (${first.made.counts})`, first),
      line('the same list again', again),
      line('everybody moved to another team', moved),
      line('that undone', undone),
    ];
  } finally {
    await store.close();
    await postgres?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The list with everybody so many teams further. */
function aList(shift: number): FileToRead {
  const lines = Array.from(
    { length: people },
    (_, id) =>
      `Team ${(id + shift) % teams},Anna Maria Mustermann ${id},person.${id}@works.example,buyer,Europe/Berlin,2019,${id}`,
  );
  const text = ['team,name,email,role,zone,joined,staffNumber', ...lines].join('\n');
  return { name: 'list.csv', bytes: new TextEncoder().encode(text) };
}

type Measured<Made> = { made: Made; seconds: number; cpuSeconds: number; stillMs: number };

const tickMs = 5;

async function measured<Made>(work: () => Promise<Made>): Promise<Measured<Made>> {
  let stillMs = 0;
  let last = performance.now();
  const ticking = every(() => {
    const at = performance.now();
    stillMs = Math.max(stillMs, at - last - tickMs);
    last = at;
  }, tickMs);
  const began = performance.now();
  const cpu = process.cpuUsage();
  const made = await work();
  clearInterval(ticking);
  const { user, system } = process.cpuUsage(cpu);
  return { made, seconds: (performance.now() - began) / 1000, cpuSeconds: (user + system) / 1e6, stillMs };
}
