import { createHash } from 'node:crypto';
import { z } from 'zod';
import { pieceFileNames } from '#catalogue/pieces/piece-files.ts';
import {
  largestShared,
  passedOnSchema,
  type SharedPiece,
  type Signed,
  type SourceStatement,
  sharedFileSchema,
  sharedFormat,
  sourceSchema,
} from '#core/sharing/shared-file.ts';
import { mayPassOn } from '#core/sharing/tlp.ts';
import { type Hand, handsOf } from './hands-of.ts';
import { digestOf, isSignedBy } from './sign-statement.ts';

/** A piece of a file in which every signature holds. `hands` are its source and everybody who handed it on, in order. */
export type OpenedPiece = {
  source: SourceStatement;
  /** A digest of its label, names and files. */
  content: string;
  hands: Hand[];
  shared: SharedPiece;
};

/** `piece` is the name of the files of the piece that is the trouble, or its place in the file where not even that can be read. */
export type SharedRefused =
  | { reason: 'too-large' | 'not-json' | 'other-format' }
  | { reason: 'not-as-agreed'; where: string }
  | { reason: 'not-readable' | 'changed' | 'broken-chain' | 'not-to-be-passed-on'; piece: string }
  | { reason: 'stray-file' | 'no-piece'; piece: string; file: string };

export type SharedOpened = { ok: true; pieces: OpenedPiece[] } | { ok: false; refused: SharedRefused };

/** Reads a file that was shared. Nothing of it is believed before every signature in it holds; whether a signer is trusted is for others to ask. */
export function openShared(bytes: Uint8Array): SharedOpened {
  const read = readFile(bytes);
  if (!read.ok) return read;
  const pieces: OpenedPiece[] = [];
  for (const [index, shared] of read.pieces.entries()) {
    const opened = openPiece(shared, `#${index + 1}`);
    if (!opened.ok) return opened;
    pieces.push(opened.piece);
  }
  return { ok: true, pieces };
}

function readFile(bytes: Uint8Array): { ok: true; pieces: SharedPiece[] } | { ok: false; refused: SharedRefused } {
  if (bytes.byteLength > largestShared) return { ok: false, refused: { reason: 'too-large' } };
  const value = parsed(textOf(bytes));
  if (value === undefined) return { ok: false, refused: { reason: 'not-json' } };
  const { data: head } = z.object({ format: z.string() }).safeParse(value);
  if (head?.format !== sharedFormat) return { ok: false, refused: { reason: 'other-format' } };
  const { data, error } = sharedFileSchema.safeParse(value);
  if (data) return { ok: true, pieces: data.pieces };
  return { ok: false, refused: { reason: 'not-as-agreed', where: placeOf(error) } };
}

function openPiece(
  shared: SharedPiece,
  place: string,
): { ok: true; piece: OpenedPiece } | { ok: false; refused: SharedRefused } {
  const [first, ...passedOn] = shared;
  if (!first) return { ok: false, refused: { reason: 'not-readable', piece: place } };
  const { data: source } = sourceSchema.safeParse(parsed(first.statement));
  if (!source) return { ok: false, refused: { reason: 'not-readable', piece: place } };
  const name = source.piece.name;
  if (!isSignedBy(first, source.by.key)) return { ok: false, refused: { reason: 'changed', piece: name } };
  const stray = strayFile(source);
  if (stray !== undefined) return { ok: false, refused: { reason: 'stray-file', piece: name, file: stray } };
  let before: Signed = first;
  for (const signed of passedOn) {
    const { data: next } = passedOnSchema.safeParse(parsed(signed.statement));
    if (!next) return { ok: false, refused: { reason: 'not-readable', piece: name } };
    if (!isSignedBy(signed, next.by.key)) return { ok: false, refused: { reason: 'changed', piece: name } };
    if (next.of !== digestOf(before)) return { ok: false, refused: { reason: 'broken-chain', piece: name } };
    before = signed;
  }
  if (passedOn.length > 0 && !mayPassOn(source.tlp))
    return { ok: false, refused: { reason: 'not-to-be-passed-on', piece: name } };
  return { ok: true, piece: { source, content: contentOf(source), hands: handsOf(shared), shared } };
}

/** The same for the same label, names and files, whenever it was signed. */
function contentOf(source: SourceStatement): string {
  const files = source.act === 'wrote' ? Object.entries(source.files).sort() : [];
  return createHash('sha256')
    .update(JSON.stringify([source.tlp, source.piece, files]))
    .digest('hex');
}

/** A file that no piece of this kind and name has: a path that leads elsewhere is one of these. */
function strayFile(source: SourceStatement): string | undefined {
  if (source.act === 'withdrew') return undefined;
  const known = pieceFileNames(source.piece.kind, source.piece.name);
  return Object.keys(source.files).find((file) => !known.includes(file));
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function placeOf({ issues }: z.ZodError): string {
  const [first] = issues;
  return first ? [first.path.map(String).join('.'), first.message].filter(Boolean).join(': ') : '';
}
