import type { Passage } from '#core/sharing/passage.ts';
import { type SharedPiece, sharedPieceSchema } from '#core/sharing/shared-file.ts';
import type { Tlp } from '#core/sharing/tlp.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { type Hand, handsOf } from './hands-of.ts';
import { readSenders, type Senders } from './sender-store.ts';

/** A piece that others wrote, by the name of its files here. */
export type Received = {
  pieceId: string;
  source: string;
  name: string;
  version: number;
  content: string;
  tlp: Tlp;
  signedAt: Instant;
  receivedAt: Instant;
  withdrawnAt: Instant | null;
  shared: SharedPiece;
  hands: Hand[];
  passage: Passage;
};

/** The last received first. */
export async function readAllReceived(db: Db): Promise<Received[]> {
  const senders = await readSenders(db);
  const rows = await db
    .selectFrom('received_piece')
    .selectAll()
    .orderBy('received_at', 'desc')
    .orderBy('piece_id')
    .execute();
  return rows.map(({ received_by: _, ...row }) => {
    const shared = sharedPieceSchema.parse(JSON.parse(row.shared));
    const hands = handsOf(shared);
    return {
      pieceId: row.piece_id,
      source: row.source,
      name: row.name,
      version: row.version,
      content: row.content,
      tlp: row.tlp,
      signedAt: row.signed_at,
      receivedAt: row.received_at,
      withdrawnAt: row.withdrawn_at,
      shared,
      hands,
      passage: passageOf(hands, row.tlp, senders),
    };
  });
}

export async function readReceived(db: Db, pieceId: string): Promise<Received | null> {
  return (await readAllReceived(db)).find((received) => received.pieceId === pieceId) ?? null;
}

/** Where each received piece comes from, by the name of its files here. */
export async function readPassages(db: Db): Promise<ReadonlyMap<string, Passage>> {
  return new Map((await readAllReceived(db)).map(({ pieceId, passage }) => [pieceId, passage]));
}

/** Under the names that the house gave to the keys it compared. */
export function passageOf(hands: readonly Hand[], tlp: Tlp, senders: Senders): Passage {
  const [from = '', ...through] = hands.map(
    ({ fingerprint, organisation }) => senders.get(fingerprint)?.name ?? organisation,
  );
  return { from, through, tlp };
}
