import type { BriefScenario } from '#core/brief/facts.ts';
import { lossBands } from '#core/brief/loss-bands.ts';
import { type ScenarioDraft, type ScenarioFault, type ScenarioField, scenarioFaults } from '#core/brief/scenario.ts';
import type { Db } from '#server/database/open-database.ts';
import { newKey } from '#server/database/row-key.ts';
import type { Instant } from '#server/database/schema.ts';
import { namesSomebody } from './names-somebody.ts';

export type KeptScenario = BriefScenario & { id: string };

/** Those that have not ended, by name. */
export async function readScenarios(db: Db): Promise<KeptScenario[]> {
  const rows = await db
    .selectFrom('brief_scenario')
    .selectAll()
    .where('ended_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(({ id, name, trigger_sign, owner, days_to_loss, loss_band, rehearsed_on }) => ({
    id,
    name,
    trigger: trigger_sign,
    owner,
    daysToLoss: days_to_loss,
    lossBand: loss_band,
    rehearsedOn: rehearsed_on,
  }));
}

export type ScenarioRefused = { ok: false; faults: ReadonlyMap<ScenarioField, ScenarioFault>; namesSomebody: boolean };

/** Writes a scenario down, anew or in place of what it was; `id` is null for a new one. */
export async function keepScenario(
  db: Db,
  id: string | null,
  draft: ScenarioDraft,
  now: Instant,
): Promise<{ ok: true } | ScenarioRefused> {
  const faults = scenarioFaults(draft);
  const named = await namesSomebody(db, [draft.name, draft.trigger, draft.owner]);
  if (faults.size > 0 || named) return { ok: false, faults, namesSomebody: named };
  const values = {
    name: draft.name.trim(),
    trigger_sign: draft.trigger.trim() || null,
    owner: draft.owner.trim() || null,
    days_to_loss: draft.daysToLoss.trim() === '' ? null : Number(draft.daysToLoss),
    loss_band: lossBands.find((band) => band === draft.lossBand) ?? null,
    rehearsed_on: draft.rehearsedOn || null,
    changed_at: now,
  };
  if (id === null)
    await db
      .insertInto('brief_scenario')
      .values({ id: newKey(), ...values, ended_at: null })
      .execute();
  else await db.updateTable('brief_scenario').set(values).where('id', '=', id).execute();
  return { ok: true };
}

/** `false` where there is none to end. */
export async function endScenario(db: Db, id: string, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('brief_scenario')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
