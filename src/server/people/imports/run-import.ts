import { faultyLines, type ImportPlan } from '#core/people/import-plan.ts';
import { beginTrial } from '#server/database/demo-mark.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { noteChangeOfAll } from '#server/database/team-changes.ts';
import { applyImport, stepsOf } from './apply-import.ts';
import { type ImportCounts, readListed } from './import-rows.ts';
import { countChanges, undoImport } from './undo-import.ts';

/** Without a beat for so long whoever wrote has died: another may go on. A batch takes some milliseconds. */
export const beatMs = 15_000;

/** `demo`: people who come into an empty store make it one of a trial, as its settings are. */
export type RunParts = { db: Db; clock: () => Instant; stopping: AbortSignal; demo: boolean };

/** *busy*: somebody writes already. *stopped*: the rest is for another time. */
export type Ran = 'done' | 'stopped' | 'busy';

export function countsOf(plan: ImportPlan): ImportCounts {
  return {
    joined: plan.joined.length,
    changed: plan.changed.length,
    moved: plan.moved.length,
    cameBack: plan.cameBack.length,
    left: plan.left.length,
    unchanged: plan.unchanged,
    teamsMade: plan.teamsMade.length,
    teamsRenamed: plan.teamsRenamed.length,
    faults: faultyLines(plan),
    passedOver: 0,
  };
}

/** Takes an import that was seen and agreed to from *asked* to *applying*; false when somebody else did. */
export async function agreeToImport(db: Db, key: string, plan: ImportPlan): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('people_import')
    .set({ state: 'applying', counts: JSON.stringify(countsOf(plan)), steps: stepsOf(plan), steps_done: 0 })
    .where('key', '=', key)
    .where('state', '=', 'asked')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Writes a plan, or what is left of it, and takes the file away. */
export async function runImport({ db, clock, stopping, demo }: RunParts, key: string, plan: ImportPlan): Promise<Ran> {
  const before = await claim(db, key, 'applying', clock());
  if (!before) return 'busy';
  if (demo) await beginTrial(db, clock());
  const already = Math.max(0, before.steps - stepsOf(plan));
  const passedOver = await applyImport({
    db,
    key,
    plan,
    now: clock(),
    beat: (trx, done) => beat(trx, key, already + done, clock()),
    goesOn: () => !stopping.aborted,
  });
  if (passedOver === null) return letGoOf(db, key);
  const counts = { ...(before.counts ?? countsOf(plan)), passedOver };
  await db
    .updateTable('people_import')
    .set({
      ...{ state: 'applied', content: null, answers: '{}', counts: JSON.stringify(counts) },
      ...{ beat_at: null, ended_at: clock() },
    })
    .where('key', '=', key)
    .execute();
  await noteChangeOfAll(db);
  return 'done';
}

/** Takes an import from *applied*, or from where it broke off, to *undoing*; false when it is neither. */
export async function agreeToUndo(db: Db, key: string, who: string, now: Instant): Promise<boolean> {
  const steps = await countChanges(db, key);
  const { numUpdatedRows } = await db
    .updateTable('people_import')
    .set({ state: 'undoing', content: null, undone_by: who, steps, steps_done: 0, beat_at: null })
    .where('key', '=', key)
    .where('state', 'in', ['applied', 'applying'])
    .where((eb) => eb.or([eb('beat_at', 'is', null), eb('beat_at', '<', now - beatMs)]))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Puts back what an import changed, or what is left of it. */
export async function runUndo({ db, clock, stopping }: RunParts, key: string): Promise<Ran> {
  const before = await claim(db, key, 'undoing', clock());
  if (!before) return 'busy';
  const ended = await undoImport({
    db,
    key,
    now: clock(),
    beat: (trx, done) => beat(trx, key, before.stepsDone + done, clock()),
    goesOn: () => !stopping.aborted,
  });
  if (!ended) return letGoOf(db, key);
  await db
    .updateTable('people_import')
    .set({ state: 'undone', beat_at: null, undone_at: clock() })
    .where('key', '=', key)
    .execute();
  await noteChangeOfAll(db);
  return 'done';
}

/** One writes at a time: whoever claims it while nobody's beat is heard. */
async function claim(db: Db, key: string, state: 'applying' | 'undoing', now: Instant) {
  const { numUpdatedRows } = await db
    .updateTable('people_import')
    .set({ beat_at: now })
    .where('key', '=', key)
    .where('state', '=', state)
    .where((eb) => eb.or([eb('beat_at', 'is', null), eb('beat_at', '<', now - beatMs)]))
    .executeTakeFirst();
  return numUpdatedRows > 0n ? readListed(db, key) : null;
}

async function beat(trx: Db, key: string, done: number, now: Instant): Promise<void> {
  await trx.updateTable('people_import').set({ steps_done: done, beat_at: now }).where('key', '=', key).execute();
}

async function letGoOf(db: Db, key: string): Promise<Ran> {
  await db.updateTable('people_import').set({ beat_at: null }).where('key', '=', key).execute();
  return 'stopped';
}
