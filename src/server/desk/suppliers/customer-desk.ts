import type { Instant } from '#server/database/schema.ts';
import { wantScrub } from '#server/erasure/erase-everywhere.ts';
import { deleteMailsOf } from '#server/erasure/mails-of.ts';
import type { DeskPart } from '../desk-part.ts';
import { leaveCustomer } from './leave-customer.ts';
import { type SupplierDoor, storeOf } from './supplier-door.ts';
import { type Progress, readProgress } from './supplier-progress.ts';
import type { SupplierRow } from './supplier-row.ts';

export type OwnStanding = { supplier: SupplierRow; progress: Progress[] };

/** What a supplier's lead sees and decides of the house that invited them. Behind the wall no row but their own firm's is there. */
export class CustomerDesk {
  private readonly part: DeskPart;
  private readonly door: SupplierDoor;

  constructor(part: DeskPart, door: SupplierDoor) {
    this.part = part;
    this.door = door;
  }

  /** What the house sees of them, read as the house reads it. */
  async open(now: Instant): Promise<OwnStanding | null> {
    const supplier = await this.own();
    if (!supplier) return null;
    return { supplier, progress: await readProgress(this.door, supplier, this.part.rules.smallestTeam, now) };
  }

  async share(shares: boolean, now: Instant): Promise<void> {
    const supplier = await this.own();
    if (!supplier) return;
    await this.part.planner.db
      .updateTable('supplier')
      .set({ shares_progress: Number(shares) })
      .where('id', '=', supplier.id)
      .execute();
    await this.part.note('changed-sharing', null, null, now);
  }

  /** Leaves the house and takes everything along: `firm` is typed, as it cannot be undone. */
  async leave(firm: string, now: Instant): Promise<boolean> {
    const supplier = await this.own();
    if (!supplier || firm.trim() !== supplier.firm) return false;
    const gone = await leaveCustomer(storeOf(this.door), supplier.id, now);
    if (!gone) return false;
    for (const address of gone) await deleteMailsOf(this.door.dataDir, address);
    await wantScrub(storeOf(this.door), now);
    return true;
  }

  private own(): Promise<SupplierRow | undefined> {
    return this.part.planner.db.selectFrom('supplier').selectAll().where('state', '=', 'accepted').executeTakeFirst();
  }
}
