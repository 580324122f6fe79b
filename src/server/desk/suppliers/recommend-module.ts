import { withoutPieces } from '#catalogue/pieces/without-pieces.ts';
import type { Instant } from '#server/database/schema.ts';
import { type AssignOutcome, assignModule } from '#server/desk/assign-module.ts';
import { type SupplierDoor, storeOf } from './supplier-door.ts';

/** Recommends a module of the library to a firm that takes part: an assignment of its teams, within everybody's own pace. `null` where it takes no part. */
export async function recommendModule(
  door: SupplierDoor,
  { supplier, moduleId, dueOn }: { supplier: number; moduleId: string; dueOn: string },
  by: string,
  now: Instant,
): Promise<AssignOutcome | null> {
  const teamIds = await teamsOf(door, supplier);
  if (teamIds.length === 0) return null;
  const { planner } = door;
  const desk = { ...planner, catalogue: withoutPieces(planner.catalogue), now };
  return assignModule(desk, { moduleId, dueOn, teamIds, roles: [], personIds: [] }, by);
}

/** The teams of a firm that takes part. */
export async function teamsOf(door: SupplierDoor, supplier: number): Promise<number[]> {
  const rows = await storeOf(door)
    .selectFrom('team')
    .innerJoin('supplier', 'supplier.id', 'team.supplier_id')
    .select('team.id')
    .where('supplier.id', '=', supplier)
    .where('supplier.state', '=', 'accepted')
    .where('team.ended_on', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}
