import { type PieceFiles, pieceFiles } from '#catalogue/pieces/piece-files.ts';
import { largestShared, mostHands, mostPieces, type SharedPiece, sharedFormat } from '#core/sharing/shared-file.ts';
import { mayPassOn, type SharedLabel, type Tlp } from '#core/sharing/tlp.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import type { SharingKey } from '#server/keys/sharing-key.ts';
import { readPiece } from '#server/pieces/piece-store.ts';
import { openShared } from './open-shared.ts';
import { type Received, readReceived } from './received-store.ts';
import { isDistrusted, readSenders } from './sender-store.ts';
import { digestOf, signStatement } from './sign-statement.ts';

/** In whose name is signed, and with what. */
export type Sharer = { organisation: string; key: SharingKey };

/** What became of one piece: handed out as the house's own, handed on as somebody else's, or taken back. */
export type Exported = { id: string; title: string; as: 'own' | 'passed-on' | 'withdrawal'; tlp: Tlp };

export type ExportRefused = {
  piece: string;
  reason:
    | 'unknown'
    | 'not-published'
    | 'label'
    | 'distrusted'
    | 'too-many-hands'
    | 'changed'
    | 'too-many'
    | 'too-large';
};

export type SharedExport = { ok: true; text: string; exported: Exported[] } | { ok: false; refused: ExportRefused };

type Made = { exported: Exported; shared: SharedPiece };
type MadeOrRefused = { ok: true; made: Made } | { ok: false; reason: ExportRefused['reason'] };

/**
 * A file for other organisations. `tlp` is the label of the house's own pieces; what others wrote keeps theirs. A piece that was handed out and is no
 * longer published is taken back by it.
 */
export async function exportPieces(
  db: Db,
  sharer: Sharer,
  ids: readonly string[],
  tlp: SharedLabel,
  by: string,
  now: Instant,
): Promise<SharedExport> {
  if (ids.length > mostPieces) return { ok: false, refused: { piece: ids[mostPieces] ?? '', reason: 'too-many' } };
  const made: Made[] = [];
  for (const id of ids) {
    const received = await readReceived(db, id);
    const one = received ? await passOn(db, sharer, received, now) : await handOut(db, sharer, id, tlp, by, now);
    if (!one.ok) return { ok: false, refused: { piece: id, reason: one.reason } };
    made.push(one.made);
  }
  const text = `${JSON.stringify({ format: sharedFormat, pieces: made.map(({ shared }) => shared) }, null, 1)}\n`;
  if (Buffer.byteLength(text) > largestShared)
    return { ok: false, refused: { piece: ids.at(-1) ?? '', reason: 'too-large' } };
  return { ok: true, text, exported: made.map(({ exported }) => exported) };
}

async function handOut(
  db: Db,
  sharer: Sharer,
  id: string,
  tlp: SharedLabel,
  by: string,
  now: Instant,
): Promise<MadeOrRefused> {
  const piece = await readPiece(db, id);
  if (!piece?.published) return takeBack(db, sharer, id, piece !== null, now);
  const { kind, published } = piece;
  const title = published.typed['title'] ?? id;
  const named = { kind, name: id, version: published.version, title };
  const files = withoutFolders(pieceFiles(kind, id, published.typed));
  const statement = { act: 'wrote', ...signedBy(sharer, now), tlp, piece: named, files };
  const row = { kind, title, version: published.version, tlp, exported_at: now, exported_by: by };
  await db
    .insertInto('exported_piece')
    .values({ piece_id: id, ...row })
    .onConflict((conflict) => conflict.column('piece_id').doUpdateSet(row))
    .execute();
  return {
    ok: true,
    made: { exported: { id, title, as: 'own', tlp }, shared: [signStatement(statement, sharer.key)] },
  };
}

/** Says to whoever has a piece that it holds no longer. */
async function takeBack(db: Db, sharer: Sharer, id: string, isDraft: boolean, now: Instant): Promise<MadeOrRefused> {
  const out = await db.selectFrom('exported_piece').selectAll().where('piece_id', '=', id).executeTakeFirst();
  if (!out) return { ok: false, reason: isDraft ? 'not-published' : 'unknown' };
  const { kind, title, version, tlp } = out;
  const statement = { act: 'withdrew', ...signedBy(sharer, now), tlp, piece: { kind, name: id, version, title } };
  const shared = [signStatement(statement, sharer.key)];
  return { ok: true, made: { exported: { id, title, as: 'withdrawal', tlp }, shared } };
}

/** Hands on word for word what was handed to us, with our signature behind the others. */
async function passOn(db: Db, sharer: Sharer, received: Received, now: Instant): Promise<MadeOrRefused> {
  const { pieceId: id, tlp, shared, hands } = received;
  if (!mayPassOn(tlp)) return { ok: false, reason: 'label' };
  const senders = await readSenders(db);
  if (hands.some(({ fingerprint }) => isDistrusted(senders, fingerprint))) return { ok: false, reason: 'distrusted' };
  if (shared.length >= mostHands) return { ok: false, reason: 'too-many-hands' };
  const opened = openShared(Buffer.from(JSON.stringify({ format: sharedFormat, pieces: [shared] })));
  const last = shared.at(-1);
  // An address in it was erased since, or somebody changed the row.
  if (!opened.ok || !last) return { ok: false, reason: 'changed' };
  const title = opened.pieces[0]?.source.piece.title ?? id;
  const statement = { act: 'passed-on', ...signedBy(sharer, now), of: digestOf(last) };
  const passed = [...shared, signStatement(statement, sharer.key)];
  return { ok: true, made: { exported: { id, title, as: 'passed-on', tlp }, shared: passed } };
}

function signedBy({ organisation, key }: Sharer, now: Instant) {
  return { by: { organisation, key: key.publicKey }, at: new Date(now).toISOString() };
}

function withoutFolders(files: PieceFiles): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path.split('/').at(-1) ?? path, text]));
}
