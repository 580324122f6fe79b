/** Tables of what is exchanged with other organisations. */

import type { PieceKind } from '#catalogue/pieces/form.ts';
import type { SharedLabel, Tlp } from '#core/sharing/tlp.ts';
import type { Instant } from './instant.ts';

/** Somebody whose key was compared; `name` is what the house calls them. Kept after trust was withdrawn, so that it is not asked for again unawares. */
export type SharedSenderTable = {
  fingerprint: string;
  name: string;
  trusted_at: Instant;
  trusted_by: string;
  withdrawn_at: Instant | null;
  withdrawn_by: string | null;
};

/** A piece that others wrote; its text is a row of `piece` too. */
export type ReceivedPieceTable = {
  piece_id: string;
  /** The fingerprint of whoever wrote it, and what its files are called there: one source has one piece of a name. */
  source: string;
  name: string;
  version: number;
  /** A digest of what its source handed out, and when they signed it. */
  content: string;
  signed_at: Instant;
  tlp: Tlp;
  /** The statements word for word with their signatures (`SharedPiece`) as JSON: what is handed on. */
  shared: string;
  received_at: Instant;
  received_by: string;
  /** When its source took it back; null while it has not. */
  withdrawn_at: Instant | null;
};

/** What of the house's own was handed out last, so that it can be taken back. The piece itself may be deleted. */
export type ExportedPieceTable = {
  piece_id: string;
  kind: PieceKind;
  title: string;
  version: number;
  tlp: SharedLabel;
  exported_at: Instant;
  exported_by: string;
};
