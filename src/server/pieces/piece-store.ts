import { z } from 'zod';
import type { PieceKind, Typed } from '#catalogue/pieces/form.ts';
import { mergeTyped } from '#catalogue/pieces/merge-typed.ts';
import { settleTyped } from '#catalogue/pieces/settle-typed.ts';
import { isOf } from '#catalogue/pieces/typed.ts';
import { keepFact } from '#server/database/facts.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, PieceRow } from '#server/database/schema.ts';
import { isAgreedTo, lapseAgreement, recordPublication, reportOfPiece } from '#server/reports/publication-guard.ts';

/** The fact that changes with whatever is published or withdrawn: by it other threads and machines see that they have to read anew. */
export const publishedFact = 'published-pieces';

/** No piece is called so: a page beside those of the pieces has the name. */
export const reservedName = 'shared';

/** Versions kept of a draft, from which two who wrote at once are told what each changed. */
const versionsKept = 20;

const typedSchema = z.record(z.string(), z.string());

export type Piece = {
  id: string;
  kind: PieceKind;
  version: number;
  typed: Typed;
  changedAt: Instant;
  changedBy: string;
  published: { typed: Typed; version: number; at: Instant; by: string } | null;
};

function typedIn(json: string): Typed {
  return typedSchema.parse(JSON.parse(json));
}

function pieceOf(row: PieceRow): Piece {
  const { published, published_version, published_at, published_by } = row;
  const isOut = published !== null && published_version !== null && published_at !== null && published_by !== null;
  return {
    id: row.id,
    kind: row.kind,
    version: row.version,
    typed: typedIn(row.typed),
    changedAt: row.changed_at,
    changedBy: row.changed_by,
    published: isOut
      ? { typed: typedIn(published), version: published_version, at: published_at, by: published_by }
      : null,
  };
}

export async function readPiece(db: Db, id: string): Promise<Piece | null> {
  const row = await db.selectFrom('piece').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? pieceOf(row) : null;
}

/** The last changed first. */
export async function readPieces(db: Db): Promise<Piece[]> {
  const rows = await db.selectFrom('piece').selectAll().orderBy('changed_at', 'desc').orderBy('id').execute();
  return rows.map(pieceOf);
}

export async function readPublished(db: Db): Promise<Pick<Piece, 'id' | 'kind' | 'typed'>[]> {
  const rows = await db
    .selectFrom('piece')
    .select(['id', 'kind', 'published'])
    .where('published', 'is not', null)
    .orderBy('id')
    .execute();
  return rows.map(({ id, kind, published }) => ({ id, kind, typed: typedIn(published ?? '{}') }));
}

/** What is published of one piece, or `null`. */
export async function readPublishedTyped(db: Db, id: string): Promise<Typed | null> {
  const row = await db.selectFrom('piece').select('published').where('id', '=', id).executeTakeFirst();
  return row?.published ? typedIn(row.published) : null;
}

type NewPiece = { id: string; kind: PieceKind; typed: Typed };

/** `false` when there is one of this name. */
export async function addPiece(db: Db, { id, kind, typed }: NewPiece, by: string, now: Instant): Promise<boolean> {
  const added = await db
    .insertInto('piece')
    .values({
      id,
      kind,
      version: 1,
      typed: JSON.stringify(settleTyped(kind, typed, {})),
      changed_at: now,
      changed_by: by,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** Part of a draft as somebody's page sent it: `fields` are the names of the form that the page held, `version` what it was made from. */
export type PieceChange = { id: string; version: number; fields: readonly string[]; typed: Typed };

export type Saved =
  | {
      ok: true;
      version: number /** Whose changes of the same part were kept beside these. */;
      mergedWith: string | null;
    }
  | { ok: false; reason: 'gone' }
  /** Somebody changed the same fields meanwhile: nothing is saved, and `theirs` says what they wrote. */
  | { ok: false; reason: 'disputed'; version: number; by: string; typed: Typed; theirs: Typed };

/** Saves part of a draft, however incomplete. What two wrote at once is joined where they wrote in different fields. */
export async function savePiece(db: Db, change: PieceChange, by: string, now: Instant): Promise<Saved> {
  for (;;) {
    const piece = await readPiece(db, change.id);
    if (!piece) return { ok: false, reason: 'gone' };
    const base = piece.version === change.version ? piece.typed : await readVersion(db, change.id, change.version);
    const isOwn = (name: string) => change.fields.some((field) => isOf(name, field));
    const rest = Object.entries(base).filter(([name]) => !isOwn(name));
    const mine = settleTyped(piece.kind, { ...Object.fromEntries(rest), ...change.typed }, base);
    const { typed, theirs } = mergeTyped(base, mine, piece.typed);
    if (Object.keys(theirs).length > 0)
      return { ok: false, reason: 'disputed', version: piece.version, by: piece.changedBy, typed, theirs };
    if (await db.transaction().execute((trx) => replacePiece(trx, piece, typed, by, now))) {
      const mergedWith = piece.version === change.version ? null : piece.changedBy;
      return { ok: true, version: piece.version + 1, mergedWith };
    }
  }
}

/** Puts a text in place of the newest, in the caller's transaction. One statement decides which of two is first: `false` for the second. */
export async function replacePiece(trx: Db, piece: Piece, typed: Typed, by: string, now: Instant): Promise<boolean> {
  const { id, version } = piece;
  const replaced = await trx
    .updateTable('piece')
    .set({ version: version + 1, typed: JSON.stringify(typed), changed_at: now, changed_by: by })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  if (!replaced) return false;
  const before = { changed_at: piece.changedAt, changed_by: piece.changedBy, typed: JSON.stringify(piece.typed) };
  await trx
    .insertInto('piece_version')
    .values({ piece_id: id, version, ...before })
    .execute();
  await trx
    .deleteFrom('piece_version')
    .where('piece_id', '=', id)
    .where('version', '<=', version - versionsKept)
    .execute();
  await lapseAgreement(trx, id);
  return true;
}

/** A version that is kept no longer says nothing of who changed what: then whatever differs is shown. */
async function readVersion(db: Db, id: string, version: number): Promise<Typed> {
  const row = await db
    .selectFrom('piece_version')
    .select('typed')
    .where('piece_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return row ? typedIn(row.typed) : {};
}

/** Publishes a version that was checked; `false` when it is no longer the newest, or tells of a report whose source did not agree to it. */
export async function publishPiece(db: Db, { id, version, typed }: Piece, by: string, now: Instant): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const report = await reportOfPiece(trx, id);
    if (report && !isAgreedTo(report)) return false;
    const out = await trx
      .updateTable('piece')
      .set({ published: JSON.stringify(typed), published_version: version, published_at: now, published_by: by })
      .where('id', '=', id)
      .where('version', '=', version)
      .returning('id')
      .executeTakeFirst();
    if (!out) return false;
    if (report) await recordPublication(trx, report, by, now);
    await keepFact(trx, publishedFact, `${id} ${version} ${now}`);
    return true;
  });
}

/** Takes a piece out of the library; its draft stays. `false` when it was not in it. */
export async function withdrawPiece(db: Db, id: string, now: Instant): Promise<boolean> {
  const out = await db
    .updateTable('piece')
    .set({ published: null, published_version: null, published_at: null, published_by: null })
    .where('id', '=', id)
    .where('published', 'is not', null)
    .returning('id')
    .executeTakeFirst();
  if (!out) return false;
  await keepFact(db, publishedFact, `${id} withdrawn ${now}`);
  return true;
}

/** Deletes a draft for good. `false` when there is none, or it is published. */
export async function deletePiece(db: Db, id: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const row = await trx.selectFrom('piece').select('published').where('id', '=', id).executeTakeFirst();
    if (!row || row.published !== null) return false;
    await trx.deleteFrom('piece_version').where('piece_id', '=', id).execute();
    await trx.deleteFrom('received_piece').where('piece_id', '=', id).execute();
    await trx.deleteFrom('piece').where('id', '=', id).execute();
    return true;
  });
}
