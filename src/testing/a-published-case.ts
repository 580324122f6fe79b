import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPieceFiles } from '#catalogue/pieces/read-piece-files.ts';
import type { Db } from '#server/database/open-database.ts';
import { addPiece, publishPiece, readPiece } from '#server/pieces/piece-store.ts';

const folder = join('content', 'cases', 'kfc-dhl-2018');

/** Publishes a case of the library under another name as the house's own; like all of a house's it is told in English only. */
export async function aPublishedCase(db: Db, id: string, by: string, now: number): Promise<void> {
  const names = ['index.mdx', 'questions.yaml', 'mail.yaml', 'sources.yaml'];
  const read = readPieceFiles(
    Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')])),
  );
  if (!read.ok) throw new Error(read.refused.reason);
  await addPiece(db, { id, kind: read.kind, typed: read.typed }, by, now);
  const piece = await readPiece(db, id);
  if (piece) await publishPiece(db, piece, by, now);
}
