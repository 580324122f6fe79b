import type { Catalogue } from '#catalogue/catalogue.ts';
import { checkBesideOthers } from '#catalogue/pieces/check-piece.ts';
import type { Typed } from '#catalogue/pieces/form.ts';
import { pieceFiles } from '#catalogue/pieces/piece-files.ts';
import { readPieceFiles } from '#catalogue/pieces/read-piece-files.ts';
import { settleTyped } from '#catalogue/pieces/settle-typed.ts';
import { changedNames } from '#core/sharing/changed-names.ts';
import { changesSomething, judgeReceived, type Verdict } from '#core/sharing/judge-received.ts';
import type { Passage } from '#core/sharing/passage.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { addPiece, readPiece, readPieces, replacePiece, reservedName } from '#server/pieces/piece-store.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Hand } from './hands-of.ts';
import { type OpenedPiece, openShared, type SharedRefused } from './open-shared.ts';
import { passageOf, type Received, readAllReceived } from './received-store.ts';
import { isDistrusted, isTrusted, readSenders, type Senders } from './sender-store.ts';

export type ImportLine = {
  verdict: Verdict;
  /** What its files are called here, or will be. */
  id: string;
  title: string;
  passage: Passage;
  hands: Hand[];
  /** Names of the form whose text differs from the version before; of a new piece none. */
  changed: string[];
  /** What the checks of this library find: it can be read, and published once it is mended by its source. */
  faults: number;
  /** Fields that this library has no place for. */
  leftOut: string[];
};

export type SharedPreview =
  | { ok: true; lines: ImportLine[] }
  | { ok: false; reason: 'refused'; refused: SharedRefused }
  /** Nothing of a file is shown before somebody compared these. */
  | { ok: false; reason: 'untrusted'; fingerprints: string[] }
  | { ok: false; reason: 'distrusted'; name: string };

type Parts = { db: Db; catalogue: Catalogue; ownKey: string };
type Planned = { line: ImportLine; opened: OpenedPiece; typed: Typed | null; known: Received | null };
type Plan = { ok: true; planned: Planned[] } | Extract<SharedPreview, { ok: false }>;

/** What a file would do. Nothing is written. */
export async function previewShared(parts: Parts, bytes: Uint8Array): Promise<SharedPreview> {
  const plan = await planShared(parts, bytes);
  return plan.ok ? { ok: true, lines: plan.planned.map(({ line }) => line) } : plan;
}

/** Takes in what a file holds, judged anew, all of it or nothing. */
export async function importShared(
  { db, ...parts }: Parts,
  bytes: Uint8Array,
  by: string,
  now: Instant,
): Promise<SharedPreview> {
  return db.transaction().execute(async (trx) => {
    const plan = await planShared({ ...parts, db: trx }, bytes);
    if (!plan.ok) return plan;
    for (const planned of plan.planned) if (changesSomething(planned.line.verdict)) await write(trx, planned, by, now);
    return { ok: true, lines: plan.planned.map(({ line }) => line) };
  });
}

async function planShared({ db, catalogue, ownKey }: Parts, bytes: Uint8Array): Promise<Plan> {
  const file = openShared(bytes);
  if (!file.ok) return { ok: false, reason: 'refused', refused: file.refused };
  const senders = await readSenders(db);
  const own = fingerprintOf(ownKey);
  const doubt = doubtOf(file.pieces, senders, own);
  if (doubt) return doubt;
  const received = await readAllReceived(db);
  const taken = new Set([...(await readPieces(db)).map(({ id }) => id), ...catalogue.cases.map(({ id }) => id)]);
  const planned: Planned[] = [];
  for (const opened of file.pieces) {
    const one = await planPiece({ db, catalogue, senders, own, received, taken }, opened);
    if (!one.ok) return { ok: false, reason: 'refused', refused: one.refused };
    taken.add(one.planned.line.id);
    planned.push(one.planned);
  }
  return { ok: true, planned };
}

/** Whoever hands us a file has to be trusted; and nobody in the chain may be somebody whom we trust no longer. */
function doubtOf(pieces: readonly OpenedPiece[], senders: Senders, own: string): Extract<Plan, { ok: false }> | null {
  const all = pieces.flatMap(({ hands }) => hands);
  const distrusted = all.find(({ fingerprint }) => isDistrusted(senders, fingerprint));
  if (distrusted)
    return {
      ok: false,
      reason: 'distrusted',
      name: senders.get(distrusted.fingerprint)?.name ?? distrusted.organisation,
    };
  const last = pieces.flatMap(({ hands }) => hands.at(-1)?.fingerprint ?? []);
  const unknown = last.filter((fingerprint) => fingerprint !== own && !isTrusted(senders, fingerprint));
  return unknown.length === 0 ? null : { ok: false, reason: 'untrusted', fingerprints: [...new Set(unknown)] };
}

type Known = {
  db: Db;
  catalogue: Catalogue;
  senders: Senders;
  own: string;
  received: readonly Received[];
  taken: ReadonlySet<string>;
};

async function planPiece(
  { db, catalogue, senders, own, received, taken }: Known,
  opened: OpenedPiece,
): Promise<{ ok: true; planned: Planned } | { ok: false; refused: SharedRefused }> {
  const { source, hands, content } = opened;
  const { kind, name, version, title } = source.piece;
  const origin = fingerprintOf(source.by.key);
  const known = received.find((one) => one.source === origin && one.name === name) ?? null;
  const at = Date.parse(source.at);
  const judged = judgeReceived(
    { version, at, content, act: source.act },
    known && { ...known, at: known.signedAt, isWithdrawn: known.withdrawnAt !== null },
    origin === own,
  );
  const id = known?.pieceId ?? (origin === own ? name : freeName(name, origin, taken));
  const read = source.act === 'wrote' ? readPieceFiles(source.files) : null;
  if (read && (!read.ok || read.kind !== kind))
    return { ok: false, refused: { reason: 'no-piece', piece: name, file: read.ok ? '' : read.refused.file } };
  const typed = read?.ok ? read.typed : null;
  const before = known ? await readPiece(db, known.pieceId) : null;
  const line: ImportLine = {
    verdict: judged,
    id,
    title,
    passage: passageOf(hands, source.tlp, senders),
    hands,
    changed:
      judged === 'newer' && typed && before ? changedNames(before.typed, settleTyped(kind, typed, before.typed)) : [],
    faults: typed ? checkBesideOthers(kind, id, pieceFiles(kind, id, typed), catalogue).faults.length : 0,
    leftOut: read?.ok ? read.leftOut : [],
  };
  return { ok: true, planned: { line, opened, typed, known } };
}

/** Its own name, or with the beginning of its source's fingerprint where another piece has it. */
function freeName(name: string, origin: string, taken: ReadonlySet<string>): string {
  return taken.has(name) || name === reservedName ? `${name}-${origin.slice(0, 8)}` : name;
}

async function write(trx: Db, { line, opened, typed, known }: Planned, by: string, now: Instant): Promise<void> {
  const { source, content, shared } = opened;
  const { kind, name, version } = source.piece;
  const row = { version, content, tlp: source.tlp, signed_at: Date.parse(source.at), shared: JSON.stringify(shared) };
  if (known && typed) await renew(trx, known.pieceId, typed, by, now);
  if (known) {
    await trx
      .updateTable('received_piece')
      .set({ ...row, withdrawn_at: typed ? null : now, ...(typed && { received_at: now, received_by: by }) })
      .where('piece_id', '=', known.pieceId)
      .execute();
    return;
  }
  if (!(await addPiece(trx, { id: line.id, kind, typed: typed ?? {} }, by, now)))
    throw new Error(`The name ${line.id} was taken meanwhile.`);
  await trx
    .insertInto('received_piece')
    .values({
      piece_id: line.id,
      source: fingerprintOf(source.by.key),
      name,
      ...row,
      received_at: now,
      received_by: by,
      withdrawn_at: null,
    })
    .execute();
}

/** The text of a newer version in place of the older, which stays among the versions of the draft. */
async function renew(trx: Db, id: string, typed: Typed, by: string, now: Instant): Promise<void> {
  const piece = await readPiece(trx, id);
  if (!piece) return;
  if (!(await replacePiece(trx, piece, settleTyped(piece.kind, typed, piece.typed), by, now)))
    throw new Error(`${id} was changed meanwhile.`);
}
