import { withoutPieces } from '#catalogue/pieces/without-pieces.ts';
import type { Instant } from '#server/database/schema.ts';
import { readAssignments } from '#server/desk/assignment-list.ts';
import { teamsOf } from './recommend-module.ts';
import { type SupplierDoor, storeOf } from './supplier-door.ts';
import type { SupplierRow } from './supplier-row.ts';

/** How far a firm has come with a module that the house recommended; `met` is `null` where so few people are in its team that a number would tell of one of them. */
export type Progress = { moduleId: string; dueOn: string; met: { done: number; people: number } | null };

/** What a house sees of a firm that takes part: nothing where the firm keeps it to itself, and never a name. */
export async function readProgress(
  door: SupplierDoor,
  supplier: SupplierRow,
  smallestTeam: number,
  now: Instant,
): Promise<Progress[]> {
  if (supplier.state !== 'accepted' || supplier.shares_progress !== 1) return [];
  const teams = new Set(await teamsOf(door, supplier.id));
  if (teams.size === 0) return [];
  const catalogue = withoutPieces(door.planner.catalogue);
  const { lines } = await readAssignments(storeOf(door), catalogue, teams, { view: 'running', page: 1 }, now);
  return lines.flatMap(({ assignment, done, people }) =>
    isRecommended(assignment.assigned_by, supplier)
      ? [
          {
            moduleId: assignment.module_id,
            dueOn: assignment.due_on,
            met: people < smallestTeam ? null : { done, people },
          },
        ]
      : [],
  );
}

/** What its own lead assigned is the firm's. */
function isRecommended(by: string, { contact }: SupplierRow): boolean {
  return by !== contact;
}
