import type { ImportPlan, Joining, Leaving, PersonChange, PlannedTeam } from '#core/people/import-plan.ts';
import { remembering } from '#core/people/remembering.ts';
import { nameKey } from '#core/people/same-name.ts';
import { inBatches } from '#server/database/in-batches.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { addTeam } from '../add-team.ts';
import type { ErasedAddress } from '../erased-addresses.ts';
import { readErasedAddresses } from '../erased-addresses.ts';
import { renameTeam } from '../team-life.ts';
import { addJoining } from './add-joining.ts';
import { changeListed, letGo } from './change-listed.ts';
import { changePlainly, isPlain } from './change-plainly.ts';
import { type NewChange, nextPlace, noteChanges } from './import-changes.ts';

/** What one line, or somebody's absence, does. */
type Step =
  | { does: 'change'; change: PersonChange }
  | { does: 'join'; joining: Joining }
  | { does: 'leave'; leaving: Leaving };

/** What a batch came to; whom somebody else changed meanwhile is passed over. */
type Written = { changes: NewChange[]; passedOver: number };

export type Applying = {
  db: Db;
  key: string;
  plan: ImportPlan;
  now: Instant;
  /** Called within each transaction, with how many steps are done. */
  beat: (trx: Db, done: number) => Promise<void>;
  /** Asked before each batch; what is left is then done another time. */
  goesOn: () => boolean;
};

export function stepsOf({ changed, moved, cameBack, joined, left }: ImportPlan): number {
  return changed.length + moved.length + cameBack.length + joined.length + left.length;
}

/**
 * Does what a plan says, some rows in each transaction and with each what it changed, so that answers come in between and whatever breaks off can be
 * finished or undone. Changes come before those who join, since an address may pass from one to another. Returns how many were passed over, or null
 * when it was stopped.
 */
export async function applyImport({ db, key, plan, now, beat, goesOn }: Applying): Promise<number | null> {
  const teams = await db.transaction().execute((trx) => applyTeams(trx, key, plan, now));
  const marks = await readErasedAddresses(db);
  const steps: Step[] = [
    ...[...plan.changed, ...plan.moved, ...plan.cameBack].map((change) => ({ does: 'change' as const, change })),
    ...plan.joined.map((joining) => ({ does: 'join' as const, joining })),
    ...plan.left.map((leaving) => ({ does: 'leave' as const, leaving })),
  ];
  let done = 0;
  let passedOver = 0;
  let at = await nextPlace(db, key);
  // What others wait for is a write, and two rows cost little more than one.
  await inBatches(db, inPairs(steps), async (trx, pairs) => {
    if (!goesOn()) return;
    const batch = pairs.flat();
    const written = await writeBatch(trx, batch, { teams, marks, now });
    await noteChanges(trx, key, at, written.changes);
    await beat(trx, done + batch.length);
    at += written.changes.length;
    done += batch.length;
    passedOver += written.passedOver;
  });
  return done === steps.length ? passedOver : null;
}

function inPairs<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / 2) }, (_, index) => all.slice(index * 2, index * 2 + 2));
}

export type TeamIds = (team: PlannedTeam) => number;

/** Renames and makes teams; a team that somebody made meanwhile is taken as it is. */
async function applyTeams(trx: Db, key: string, plan: ImportPlan, now: Instant): Promise<TeamIds> {
  const changes: NewChange[] = [];
  for (const { team, to } of plan.teamsRenamed) {
    const renamed = await renameTeam(trx, team.id, to);
    if (!renamed.ok) continue;
    changes.push({
      act: 'team-renamed',
      personId: null,
      teamId: team.id,
      before: { name: team.name },
      after: { name: to },
    });
  }
  const ids = new Map<string, number>();
  for (const { name, zone, sector } of plan.teamsMade) {
    const known = await trx.selectFrom('team').select('id').where('name_key', '=', nameKey(name)).executeTakeFirst();
    const id = known?.id ?? (await addTeam(trx, { name, zone, sector, supplier_id: null }, now));
    ids.set(nameKey(name), id);
    if (!known) changes.push({ act: 'team-made', personId: null, teamId: id, before: null, after: { name } });
  }
  await noteChanges(trx, key, await nextPlace(trx, key), changes);
  const keyOf = remembering(nameKey);
  return ({ id, name }) => {
    const known = id ?? ids.get(keyOf(name));
    if (known === undefined) throw new Error('A plan names a team that it does not make.');
    return known;
  };
}

export type BatchParts = { teams: TeamIds; marks: readonly ErasedAddress[]; now: Instant };

async function writeBatch(trx: Db, batch: readonly Step[], parts: BatchParts): Promise<Written> {
  const written: Written = { changes: [], passedOver: 0 };
  const note = (change: NewChange | null) => {
    if (change) written.changes.push(change);
    else written.passedOver += 1;
  };
  const plain = batch.flatMap((step) => (step.does === 'change' && isPlain(step.change) ? [step.change] : []));
  const changed = await changePlainly(trx, plain);
  written.changes.push(...changed);
  written.passedOver += plain.length - changed.length;
  for (const step of batch) {
    if (step.does === 'change' && !isPlain(step.change)) note(await changeListed(trx, step.change, parts));
    if (step.does === 'leave') note(await letGo(trx, step.leaving, parts.now));
  }
  const joining = batch.flatMap((step) => (step.does === 'join' ? [step.joining] : []));
  const added = await addJoining(trx, joining, parts);
  written.changes.push(...added);
  written.passedOver += joining.length - added.length;
  return written;
}
