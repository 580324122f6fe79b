import { z } from 'zod';
import {
  type DecisionDraft,
  type DecisionFault,
  type DecisionField,
  type DecisionOutcome,
  decisionFaults,
} from '#core/brief/decision.ts';
import type { Db } from '#server/database/open-database.ts';
import { newKey } from '#server/database/row-key.ts';
import type { Instant } from '#server/database/schema.ts';
import { namesSomebody } from './names-somebody.ts';

export type KeptDecision = {
  id: string;
  quarter: string;
  ask: string;
  cost: string;
  opportunity: string;
  programmes: string[];
  deadline: string | null;
  owner: string;
  outcome: DecisionOutcome;
  note: string | null;
};

const ids = z.array(z.string());

/** Every decision that was not withdrawn, the oldest first. */
export async function readDecisions(db: Db): Promise<KeptDecision[]> {
  const rows = await db
    .selectFrom('brief_decision')
    .selectAll()
    .where('outcome', '!=', 'withdrawn')
    .orderBy('made_at')
    .orderBy('id')
    .execute();
  return rows.map(({ id, quarter, ask, cost, opportunity, programmes, deadline, owner, outcome, outcome_note }) => ({
    id,
    quarter,
    ask,
    cost,
    opportunity,
    programmes: ids.parse(JSON.parse(programmes)),
    deadline,
    owner,
    outcome,
    note: outcome_note,
  }));
}

export type DecisionRefused = { ok: false; faults: ReadonlyMap<DecisionField, DecisionFault>; namesSomebody: boolean };

/** Asks the board to decide something in a quarter. */
export async function addDecision(
  db: Db,
  quarter: string,
  draft: DecisionDraft,
  now: Instant,
): Promise<{ ok: true } | DecisionRefused> {
  const faults = decisionFaults(draft);
  const named = await namesSomebody(db, [draft.ask, draft.cost, draft.opportunity, draft.owner]);
  if (faults.size > 0 || named) return { ok: false, faults, namesSomebody: named };
  await db
    .insertInto('brief_decision')
    .values({
      id: newKey(),
      quarter,
      ask: draft.ask.trim(),
      cost: draft.cost.trim(),
      opportunity: draft.opportunity.trim(),
      programmes: JSON.stringify(draft.programmes),
      deadline: draft.deadline || null,
      owner: draft.owner.trim(),
      outcome: 'asked',
      outcome_note: null,
      made_at: now,
      changed_at: now,
    })
    .execute();
  return { ok: true };
}

/** Writes down what became of one. `false` when there is none, or the note names somebody. */
export async function settleDecision(
  db: Db,
  id: string,
  outcome: DecisionOutcome,
  note: string,
  now: Instant,
): Promise<boolean> {
  if (await namesSomebody(db, [note])) return false;
  const { numUpdatedRows } = await db
    .updateTable('brief_decision')
    .set({ outcome, outcome_note: note.trim() || null, changed_at: now })
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
