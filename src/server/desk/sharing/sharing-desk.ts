import { changesSomething } from '#core/sharing/judge-received.ts';
import { mayPassOn, type SharedLabel } from '#core/sharing/tlp.ts';
import type { Instant } from '#server/database/schema.ts';
import { readPieces } from '#server/pieces/piece-store.ts';
import { exportPieces, type SharedExport, type Sharer } from '#server/sharing/export-pieces.ts';
import { importShared, previewShared, type SharedPreview } from '#server/sharing/import-shared.ts';
import { type Received, readAllReceived } from '#server/sharing/received-store.ts';
import {
  distrustSender,
  isDistrusted,
  readSenders,
  type Sender,
  type Senders,
  trustSender,
} from '#server/sharing/sender-store.ts';
import type { DeskPart } from '../desk-part.ts';

/** What may be handed out: `own` as the house's word, `withdrawal` to take back what was, `passed-on` what others wrote. */
export type Offer = { id: string; title: string; as: 'own' | 'withdrawal' | 'passed-on'; received: Received | null };

export type ReceivedLine = Received & { title: string; isPublished: boolean };

/** Cases and modules exchanged with other organisations. It reads and changes no people. */
export class SharingDesk {
  private readonly part: DeskPart;

  constructor(part: DeskPart) {
    this.part = part;
  }

  /** What a file would do, for whoever signs with `ownKey`. */
  preview(ownKey: string, bytes: Uint8Array): Promise<SharedPreview> {
    const { db, catalogue } = this.part.planner;
    return previewShared({ db, catalogue, ownKey }, bytes);
  }

  async take(ownKey: string, bytes: Uint8Array, now: Instant): Promise<SharedPreview> {
    const { db, catalogue } = this.part.planner;
    const taken = await importShared({ db, catalogue, ownKey }, bytes, this.part.trainer, now);
    if (taken.ok && taken.lines.some(({ verdict }) => changesSomething(verdict)))
      await this.part.note('took-in-pieces', null, null, now);
    return taken;
  }

  async trust(sender: Pick<Sender, 'fingerprint' | 'name'>, now: Instant): Promise<void> {
    await trustSender(this.part.planner.db, sender, this.part.trainer, now);
    await this.part.note('trusted-sender', null, null, now);
  }

  async distrust(fingerprint: string, now: Instant): Promise<boolean> {
    if (!(await distrustSender(this.part.planner.db, fingerprint, this.part.trainer, now))) return false;
    await this.part.note('distrusted-sender', null, null, now);
    return true;
  }

  async senders(): Promise<Sender[]> {
    return [...(await readSenders(this.part.planner.db)).values()];
  }

  async received(): Promise<ReceivedLine[]> {
    const { db } = this.part.planner;
    const pieces = new Map((await readPieces(db)).map((piece) => [piece.id, piece]));
    return (await readAllReceived(db)).map((received) => {
      const piece = pieces.get(received.pieceId);
      return {
        ...received,
        title: piece?.typed['title'] ?? received.pieceId,
        isPublished: (piece?.published ?? null) !== null,
      };
    });
  }

  /** What may be handed out, the house's own first. */
  async offers(): Promise<Offer[]> {
    const { db } = this.part.planner;
    const senders = await readSenders(db);
    const received = await this.received();
    const others = new Set(received.map(({ pieceId }) => pieceId));
    const published = (await readPieces(db)).filter((piece) => piece.published !== null && !others.has(piece.id));
    const own: Offer[] = published.map(({ id, typed }) => ({
      id,
      title: typed['title'] ?? id,
      as: 'own',
      received: null,
    }));
    const out = await db.selectFrom('exported_piece').select(['piece_id', 'title']).orderBy('piece_id').execute();
    const back: Offer[] = out
      .filter(({ piece_id }) => !own.some(({ id }) => id === piece_id) && !others.has(piece_id))
      .map(({ piece_id: id, title }) => ({ id, title, as: 'withdrawal', received: null }));
    const passed: Offer[] = received
      .filter((one) => mayGoOn(one, senders))
      .map((one) => ({ id: one.pieceId, title: one.title, as: 'passed-on', received: one }));
    return [...own, ...back, ...passed];
  }

  async handOut(sharer: Sharer, ids: readonly string[], tlp: SharedLabel, now: Instant): Promise<SharedExport> {
    const made = await exportPieces(this.part.planner.db, sharer, ids, tlp, this.part.trainer, now);
    if (made.ok) await this.part.note('handed-out-pieces', null, null, now);
    return made;
  }
}

function mayGoOn({ tlp, hands }: Received, senders: Senders): boolean {
  return mayPassOn(tlp) && !hands.some(({ fingerprint }) => isDistrusted(senders, fingerprint));
}
