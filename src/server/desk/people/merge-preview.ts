import { nameKey } from '#core/people/same-name.ts';
import type { Db } from '#server/database/open-database.ts';
import type { AssignmentRow, TeamRow } from '#server/database/schema.ts';

/** All that merging one team into another does (people/team-life.ts), before anybody says yes. */
export type MergePreview = {
  from: { id: number; name: string };
  into: { id: number; name: string };
  people: number;
  /** Items that come along, and those that are dropped as the other team lists them too. */
  items: number;
  dropped: string[];
  /** Trainers of the first alone, who see the second from then on. */
  trainers: string[];
  /** Running assignments that go on for the people named in them, and modules that everybody of both has, of which the second's goes on. */
  assignments: number;
  joined: string[];
  /** Modules that people get by it who had them not: those of the first that the second's people get, and the other way round. */
  newHere: string[];
  newThere: string[];
  signals: number;
};

export async function previewOfMerge(db: Db, from: TeamRow, into: TeamRow): Promise<MergePreview> {
  const [items, listed] = [await itemsOf(db, from.id), await itemsOf(db, into.id)];
  const known = new Set(listed.map(nameKey));
  const dropped = items.filter((name) => known.has(nameKey(name)));
  const seeing = new Set(await trainersOf(db, into.id));
  const [coming, here] = [await runningOf(db, from.id), await runningOf(db, into.id)];
  const ofAll = new Set(here.filter(({ whom }) => whom === 'team').map(({ module_id }) => module_id));
  const isJoined = ({ whom, module_id }: AssignmentRow) => whom === 'team' && ofAll.has(module_id);
  const joined = coming.filter(isJoined).map(({ module_id }) => module_id);
  const widened = (rows: readonly AssignmentRow[]) =>
    rows.filter(({ whom, module_id }) => whom !== 'people' && !joined.includes(module_id)).map((row) => row.module_id);
  const named = ({ id, name }: TeamRow) => ({ id, name });
  return {
    from: named(from),
    into: named(into),
    people: await countPeople(db, from.id),
    items: items.length - dropped.length,
    dropped,
    trainers: (await trainersOf(db, from.id)).filter((email) => !seeing.has(email)),
    assignments: coming.filter(({ whom }) => whom === 'people').length,
    joined,
    newHere: [...new Set(widened(coming))],
    newThere: [...new Set(widened(here))],
    signals: await countSignals(db, from.id),
  };
}

async function itemsOf(db: Db, teamId: number): Promise<string[]> {
  const rows = await db.selectFrom('exposure').select('name').where('team_id', '=', teamId).orderBy('name').execute();
  return rows.map(({ name }) => name);
}

async function trainersOf(db: Db, teamId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('team_trainer')
    .select('email')
    .where('team_id', '=', teamId)
    .orderBy('email')
    .execute();
  return rows.map(({ email }) => email);
}

function runningOf(db: Db, teamId: number): Promise<AssignmentRow[]> {
  return db
    .selectFrom('assignment')
    .selectAll()
    .where('team_id', '=', teamId)
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .execute();
}

async function countPeople(db: Db, teamId: number): Promise<number> {
  const rows = db.selectFrom('person').where('team_id', '=', teamId);
  const { n } = await rows.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  return Number(n);
}

async function countSignals(db: Db, teamId: number): Promise<number> {
  const rows = db.selectFrom('signal').where('team_id', '=', teamId).where('withdrawn_at', 'is', null);
  const { n } = await rows.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  return Number(n);
}
