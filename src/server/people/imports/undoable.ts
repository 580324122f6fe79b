import { dayMs } from '#core/memory/forgetting-curve.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { type ListedImport, undoDays } from './import-rows.ts';

/** Whether what an import changed is still known: it was taken in, or broke off, within the time that this is kept. */
export function canUndo({ state, madeAt }: ListedImport, now: Instant): boolean {
  return (state === 'applied' || state === 'applying') && now - madeAt < undoDays * dayMs;
}

/** The teams, by id, that people whom an import changed are in now, and those that it made or renamed. */
export async function teamsTouched(db: Db, key: string): Promise<number[]> {
  const ofPeople = await db
    .selectFrom('import_change')
    .innerJoin('person', 'person.id', 'import_change.person_id')
    .select('person.team_id')
    .distinct()
    .where('import_key', '=', key)
    .execute();
  const teams = await db
    .selectFrom('import_change')
    .select('team_id')
    .where('import_key', '=', key)
    .where('team_id', 'is not', null)
    .execute();
  return [...ofPeople, ...teams].flatMap(({ team_id }) => team_id ?? []);
}
