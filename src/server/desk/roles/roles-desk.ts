import type { DeskRole } from '#core/privacy/desk-roles.ts';
import type { Instant } from '#server/database/schema.ts';
import type { DeskPart } from '../desk-part.ts';
import { giveRole, type HeldRole, type RoleChange, readRoles, takeRole } from './role-store.ts';

/** Who may do what on the desk. For admins (who-may.ts); `trainers` are those of the settings. */
export class RolesDesk {
  private readonly part: DeskPart;

  constructor(part: DeskPart) {
    this.part = part;
  }

  list(trainers: readonly string[]): Promise<HeldRole[]> {
    return readRoles(this.part.planner.db, trainers);
  }

  async give(email: string, role: DeskRole, now: Instant): Promise<RoleChange> {
    const change = await giveRole(this.part.planner.db, email, role, this.part.trainer, now);
    if (change.ok && change.changed) await this.part.note('gave-role', null, email.trim().toLowerCase(), now);
    return change;
  }

  async take(trainers: readonly string[], email: string, role: DeskRole, now: Instant): Promise<RoleChange> {
    const change = await takeRole(this.part.planner.db, trainers, email, role, now);
    if (change.ok && change.changed) await this.part.note('took-role', null, email.trim().toLowerCase(), now);
    return change;
  }
}
