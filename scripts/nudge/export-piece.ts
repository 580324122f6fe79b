import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pieceFiles } from '#catalogue/pieces/piece-files.ts';
import { AppError } from '#core/errors/app-error.ts';
import { mayBePublic } from '#core/sharing/tlp.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { readPiece, readPieces } from '#server/pieces/piece-store.ts';
import { readReceived } from '#server/sharing/received-store.ts';
import { settingsOfRun } from '../read-environment.ts';
import { wrongUsage } from './options.ts';

/** `export-piece NAME FOLDER`: a case or module that was written on the desk, as files of `content/`. Never writes over a file. */
export async function exportPiece([name, folder, stray]: string[]): Promise<void> {
  if (!name || !folder || stray) throw wrongUsage('Say which piece, by the name of its files, and into which folder.');
  const store = await openDatabase(settingsOfRun());
  try {
    const piece = await readPiece(store.db, name);
    if (!piece) {
      const known = (await readPieces(store.db)).map(({ id }) => id);
      throw new AppError('NO_SUCH_PIECE', { name, known: known.length === 0 ? 'none yet' : known.join(', ') });
    }
    const received = await readReceived(store.db, name);
    if (received && !mayBePublic(received.tlp)) throw new AppError('PIECE_NOT_PUBLIC', { name, tlp: received.tlp });
    const files = Object.entries(pieceFiles(piece.kind, piece.id, piece.typed));
    const there = files.map(([path]) => join(folder, path)).find((file) => existsSync(file));
    if (there) throw new AppError('EXPORT_EXISTS', { file: there });
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
      console.log(join(folder, path));
    }
    console.log(`npm run check-content ${name} says whether the library takes them.`);
  } finally {
    await store.close();
  }
}
