import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '#catalogue/catalogue.ts';
import { readPieceFiles } from '#catalogue/pieces/read-piece-files.ts';
import { readLibrary } from '#catalogue/read/read-content.ts';
import type { SharedLabel } from '#core/sharing/tlp.ts';
import type { Db } from '#server/database/open-database.ts';
import { type SharingKey, withPublic } from '#server/keys/sharing-key.ts';
import { addPiece, publishPiece, readPiece } from '#server/pieces/piece-store.ts';
import { exportPieces, type Sharer } from '#server/sharing/export-pieces.ts';
import { fingerprintOf } from '#server/sharing/fingerprint.ts';
import { importShared, previewShared, type SharedPreview } from '#server/sharing/import-shared.ts';
import { trustSender } from '#server/sharing/sender-store.ts';
import { aStore } from './a-database.ts';

const library = readLibrary('content').en;

/** An organisation of its own: a store, a key, the library. */
export type SharingHouse = {
  db: Db;
  catalogue: Catalogue;
  sharer: Sharer;
  fingerprint: string;
  /** Writes and publishes a case that passes every check, or a later version of it. */
  publishes: (id: string, more?: Record<string, string>, now?: number) => Promise<void>;
  handsOut: (ids: string[], tlp: SharedLabel, now: number) => Promise<Uint8Array>;
  looksAt: (file: Uint8Array) => Promise<SharedPreview>;
  takesIn: (file: Uint8Array, now: number) => Promise<SharedPreview>;
  trusts: (other: SharingHouse, name: string, now: number) => Promise<void>;
};

export function aSharingKey(): SharingKey {
  return withPublic(generateKeyPairSync('ed25519').privateKey);
}

/** A case of the library as its author wrote it, under whatever name. */
export function aCaseInFiles(): Record<string, string> {
  const folder = join('content', 'cases', 'kfc-dhl-2018');
  const names = ['index.mdx', 'questions.yaml', 'mail.yaml', 'sources.yaml'];
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

export async function aSharingHouse(organisation: string): Promise<SharingHouse> {
  const db = await aStore();
  const sharer = { organisation, key: aSharingKey() };
  const by = `editor@${organisation.toLowerCase()}.example`;
  const parts = { db, catalogue: library, ownKey: sharer.key.publicKey };
  const fingerprint = fingerprintOf(sharer.key.publicKey);
  return {
    db,
    catalogue: library,
    sharer,
    fingerprint,
    publishes: async (id, more = {}, now = 0) => {
      const read = readPieceFiles(aCaseInFiles());
      if (!read.ok) throw new Error(read.refused.reason);
      const typed = { ...read.typed, ...more };
      if (!(await addPiece(db, { id, kind: 'case', typed }, by, now)))
        await db
          .updateTable('piece')
          .set((row) => ({ typed: JSON.stringify(typed), version: row('version', '+', 1) }))
          .where('id', '=', id)
          .execute();
      const piece = await readPiece(db, id);
      if (piece) await publishPiece(db, piece, by, now);
    },
    handsOut: async (ids, tlp, now) => {
      const made = await exportPieces(db, sharer, ids, tlp, by, now);
      if (!made.ok) throw new Error(`${made.refused.piece}: ${made.refused.reason}`);
      return Buffer.from(made.text);
    },
    looksAt: (file) => previewShared(parts, file),
    takesIn: (file, now) => importShared(parts, file, by, now),
    trusts: (other, name, now) => trustSender(db, { fingerprint: other.fingerprint, name }, by, now),
  };
}
