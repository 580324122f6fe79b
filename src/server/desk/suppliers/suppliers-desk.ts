import type { Instant } from '#server/database/schema.ts';
import type { AssignOutcome } from '#server/desk/assign-module.ts';
import type { DeskPart } from '../desk-part.ts';
import { draftFrom, type InvitationDraft, type InvitationFaults, readInvitation } from './invitation-draft.ts';
import { type InviteRefusal, inviteSupplier, withdrawInvitation } from './invite-supplier.ts';
import { recommendModule } from './recommend-module.ts';
import { type SupplierDoor, storeOf } from './supplier-door.ts';
import { type Progress, readProgress } from './supplier-progress.ts';
import type { SupplierRow } from './supplier-row.ts';

export type ListedSupplier = SupplierRow & { progress: Progress[] };

export type InviteOutcome =
  | { ok: true }
  | { ok: false; draft: InvitationDraft; faults: InvitationFaults; refusal: InviteRefusal | null };

/** Firms that the house buys from: asked to take part, and what is recommended to them. For trainers of the house. */
export class SuppliersDesk {
  private readonly part: DeskPart;
  private readonly door: SupplierDoor;

  constructor(part: DeskPart, door: SupplierDoor) {
    this.part = part;
    this.door = door;
  }

  async list(now: Instant): Promise<ListedSupplier[]> {
    const rows = await storeOf(this.door).selectFrom('supplier').selectAll().orderBy('firm').orderBy('id').execute();
    const { smallestTeam } = this.part.rules;
    return Promise.all(
      rows.map(async (row) => ({ ...row, progress: await readProgress(this.door, row, smallestTeam, now) })),
    );
  }

  async invite(fields: Readonly<Record<string, string>>, now: Instant): Promise<InviteOutcome> {
    const draft = draftFrom(fields);
    const read = readInvitation(draft);
    if (!read.ok) return { ok: false, draft, faults: read.faults, refusal: null };
    const invited = await inviteSupplier(this.door, read.said, this.part.trainer, now);
    if (!invited.ok) return { ok: false, draft, faults: {}, refusal: invited.reason };
    await this.part.note('invited-supplier', null, null, now);
    return { ok: true };
  }

  async withdraw(id: number, now: Instant): Promise<boolean> {
    if (!(await withdrawInvitation(storeOf(this.door), id, now))) return false;
    await this.part.note('withdrew-invitation', null, null, now);
    return true;
  }

  async recommend(
    asked: { supplier: number; moduleId: string; dueOn: string },
    now: Instant,
  ): Promise<AssignOutcome | null> {
    const outcome = await recommendModule(this.door, asked, this.part.trainer, now);
    if (outcome?.ok) await this.part.note('recommended-module', null, null, now);
    return outcome;
  }
}
