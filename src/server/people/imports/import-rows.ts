import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import type { ImportState } from '#core/people/import-states.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, PeopleImportRow } from '#server/database/schema.ts';
import { type ImportSettings, importSettingsSchema, noSettings } from './import-settings.ts';
import type { FileToRead } from './read-import.ts';

/** How long a file waits for its answers. */
export const fileKeptMs = dayMs;

/** Until when an import can be undone: for so long what it changed is kept, with names and addresses. */
export const undoDays = 30;

export const countKinds = [
  'joined',
  'changed',
  'moved',
  'cameBack',
  'left',
  'unchanged',
  'teamsMade',
  'teamsRenamed',
  'faults',
  'passedOver',
] as const;

/** What an import came to. `passedOver`: whom somebody else changed while it ran, so that they were left alone. */
export type ImportCounts = Record<(typeof countKinds)[number], number>;

const countsSchema = z.record(z.enum(countKinds), z.number());

/** An import without its file. */
export type ListedImport = {
  key: string;
  madeBy: string;
  madeAt: Instant;
  state: ImportState;
  fileName: string;
  counts: ImportCounts | null;
  steps: number;
  stepsDone: number;
  beatAt: Instant | null;
  endedAt: Instant | null;
  undoneBy: string | null;
  undoneAt: Instant | null;
};

const listed = [
  'key',
  'made_by',
  'made_at',
  'state',
  'file_name',
  'counts',
  'steps',
  'steps_done',
  'beat_at',
  'ended_at',
  'undone_by',
  'undone_at',
] as const;

function toListed(row: Pick<PeopleImportRow, (typeof listed)[number]>): ListedImport {
  return {
    key: row.key,
    madeBy: row.made_by,
    madeAt: row.made_at,
    state: row.state,
    fileName: row.file_name,
    counts: row.counts === null ? null : countsSchema.parse(JSON.parse(row.counts)),
    steps: row.steps,
    stepsDone: row.steps_done,
    beatAt: row.beat_at,
    endedAt: row.ended_at,
    undoneBy: row.undone_by,
    undoneAt: row.undone_at,
  };
}

/** A name of a file as it may be shown: without folders, control characters and what turns the direction of a line. */
export function fileNameOf(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return last.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 120) || 'list';
}

/** Keeps a file that somebody brought, with nothing said of it yet but what `settings` says. Gives the import's key. */
export async function keepFile(
  db: Db,
  file: FileToRead,
  madeBy: string,
  settings: Partial<ImportSettings>,
  now: Instant,
): Promise<string> {
  const key = randomBytes(16).toString('base64url');
  await db
    .insertInto('people_import')
    .values({
      key,
      made_by: madeBy,
      made_at: now,
      state: 'asked',
      file_name: fileNameOf(file.name),
      content: Buffer.from(file.bytes).toString('base64'),
      answers: JSON.stringify({ ...noSettings, ...settings }),
      counts: null,
      beat_at: null,
      ended_at: null,
      undone_by: null,
      undone_at: null,
    })
    .execute();
  return key;
}

export async function readListed(db: Db, key: string): Promise<ListedImport | null> {
  const row = await db.selectFrom('people_import').select(listed).where('key', '=', key).executeTakeFirst();
  return row ? toListed(row) : null;
}

/** The newest first; `madeBy` null is everybody's. Files that were never taken in are none. */
export async function listImports(db: Db, madeBy: string | null, most: number): Promise<ListedImport[]> {
  let imports = db.selectFrom('people_import').select(listed).where('state', '<>', 'asked');
  if (madeBy !== null) imports = imports.where('made_by', '=', madeBy);
  const rows = await imports.orderBy('made_at', 'desc').orderBy('key').limit(most).execute();
  return rows.map(toListed);
}

/** The file of an import and what was said of it; `null` once it was taken in, or its day is over. */
export async function readKeptFile(
  db: Db,
  key: string,
  now: Instant,
): Promise<{ file: FileToRead; settings: ImportSettings } | null> {
  const row = await db
    .selectFrom('people_import')
    .select(['content', 'file_name', 'answers'])
    .where('key', '=', key)
    .where('made_at', '>', now - fileKeptMs)
    .executeTakeFirst();
  if (!row || row.content === null) return null;
  return {
    file: { name: row.file_name, bytes: Buffer.from(row.content, 'base64') },
    settings: importSettingsSchema.parse(JSON.parse(row.answers)),
  };
}

export async function saveSettings(db: Db, key: string, settings: ImportSettings): Promise<void> {
  await db
    .updateTable('people_import')
    .set({ answers: JSON.stringify(settings) })
    .where('key', '=', key)
    .where('state', '=', 'asked')
    .execute();
}

/** Takes a file away that nobody wants to take in. */
export async function dropFile(db: Db, key: string): Promise<void> {
  await db.deleteFrom('people_import').where('key', '=', key).where('state', '=', 'asked').execute();
}

/** Takes away every file that is still here, whoever may stand in it; an import that is running finishes without. */
export async function dropAllFiles(db: Db): Promise<void> {
  await db.deleteFrom('people_import').where('state', '=', 'asked').execute();
  await db.updateTable('people_import').set({ content: null }).where('content', 'is not', null).execute();
}

/** Takes away files whose day is over. */
export async function cutOldFiles(db: Db, now: Instant): Promise<void> {
  await db
    .deleteFrom('people_import')
    .where('state', '=', 'asked')
    .where('made_at', '<=', now - fileKeptMs)
    .execute();
  await db
    .updateTable('people_import')
    .set({ content: null })
    .where('content', 'is not', null)
    .where('made_at', '<=', now - fileKeptMs)
    .execute();
}

const beyondUndo = (db: Db, now: Instant) =>
  db
    .selectFrom('people_import')
    .select('key')
    .where('made_at', '<=', now - undoDays * dayMs);

/** Takes away what can no longer be undone, imports from before `listedSince`, and headings that no file has had since. Returns how many imports this was about. */
export async function cutImports(db: Db, listedSince: Instant, now: Instant): Promise<number> {
  const kept = await db
    .selectFrom('import_change')
    .select('import_key')
    .distinct()
    .where('import_key', 'in', beyondUndo(db, now))
    .execute();
  await db.deleteFrom('import_change').where('import_key', 'in', beyondUndo(db, now)).execute();
  await db.deleteFrom('known_headings').where('used_at', '<', listedSince).execute();
  const rows = await db
    .deleteFrom('people_import')
    .where('made_at', '<', listedSince)
    .where('key', 'not in', db.selectFrom('import_change').select('import_key'))
    .executeTakeFirst();
  return kept.length + Number(rows.numDeletedRows);
}

/** How many imports a cut at these instants would be about. */
export async function countOldImports(db: Db, listedSince: Instant, now: Instant): Promise<number> {
  const kept = await db
    .selectFrom('import_change')
    .select('import_key')
    .distinct()
    .where('import_key', 'in', beyondUndo(db, now))
    .execute();
  const old = await db.selectFrom('people_import').select('key').where('made_at', '<', listedSince).execute();
  return kept.length + old.length;
}
