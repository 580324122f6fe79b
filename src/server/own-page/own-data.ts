import { neverArrives } from '#core/delivery/message-state.ts';
import { retrievability } from '#core/memory/forgetting-curve.ts';
import type { Sureness } from '#core/memory/recollection.ts';
import { type Warmth, warmthOf } from '#core/memory/warmth.ts';
import { askedBy } from '#core/planning/nudge-kinds.ts';
import { readModel } from '#server/answers/fitted-model.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, PersonRow } from '#server/database/schema.ts';

/** What became of one question. Only an answer to a question or a comparison is right or not. */
export type OwnOutcome = { kind: 'right' | 'wrong'; sureness: Sureness } | { kind: 'said' | 'read' | 'later' | 'open' };

export type OwnQuestion = { on: string; lessonId: string; outcome: OwnOutcome; keptUntil: Instant };

export type OwnData = {
  questions: readonly OwnQuestion[];
  /** Questions older than those. */
  older: number;
  memories: readonly { lessonId: string; warmth: Warmth; metAt: Instant }[];
  /** Why the address gets no mail, if so. */
  refused: string | null;
  signIns: number;
  /** Assignments and news items that bear their address. */
  set: number;
  /** The newest nudge, whose page has the preferences. */
  newest: { id: number; key: string | null; closesAt: Instant } | null;
};

/** A page of questions; the file has them all. */
const mostQuestions = 20;

/** What a reader is shown of what is kept about them. `keepMonths` is how long a question is kept after it closed. */
export async function readOwnData(db: Db, person: PersonRow, keepMonths: number, now: Instant): Promise<OwnData> {
  const nudges = await nudgesOf(db, person.id);
  const refused = await db
    .selectFrom('suppression')
    .select('reason')
    .where('address', '=', person.email)
    .where('lifted_at', 'is', null)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', now)]))
    .executeTakeFirst();
  const [newest] = nudges;
  return {
    questions: nudges.slice(0, mostQuestions).map((nudge) => ({
      on: nudge.local_date,
      lessonId: nudge.lesson_id,
      outcome: outcomeOf(nudge),
      keptUntil: monthsAfter(nudge.closes_at, keepMonths),
    })),
    older: Math.max(0, nudges.length - mostQuestions),
    memories: await memoriesOf(db, person.id, now),
    refused: refused?.reason ?? null,
    ...(await deskTraces(db, person.email)),
    newest: newest ? { id: newest.id, key: newest.key, closesAt: newest.closes_at } : null,
  };
}

/** What reached the person or still will, the newest first, with the newest answer. */
function nudgesOf(db: Db, personId: number) {
  return db
    .selectFrom('nudge')
    .innerJoin('message', 'message.id', 'nudge.message_id')
    .leftJoin('reading', 'reading.nudge_id', 'nudge.id')
    .select(['nudge.id', 'message.key', 'nudge.local_date', 'nudge.lesson_id', 'nudge.kind', 'nudge.closes_at'])
    .select(['nudge.put_off_at', 'reading.read_at'])
    .leftJoin('answer', (join) =>
      join.on('answer.id', '=', (eb) =>
        eb
          .selectFrom('answer as given')
          .select((given) => given.fn.max('given.id').as('newest'))
          .whereRef('given.nudge_id', '=', 'nudge.id'),
      ),
    )
    .select(['answer.right', 'answer.sureness'])
    .where('nudge.person_id', '=', personId)
    .where('message.state', 'not in', neverArrives)
    .orderBy('nudge.local_date', 'desc')
    .orderBy('nudge.id', 'desc')
    .execute();
}

type ReadNudge = Awaited<ReturnType<typeof nudgesOf>>[number];

function outcomeOf({ right, sureness, kind, read_at, put_off_at }: ReadNudge): OwnOutcome {
  if (right !== null && sureness !== null) {
    if (askedBy[kind] === 'step') return { kind: 'said' };
    return { kind: right === 1 ? 'right' : 'wrong', sureness };
  }
  if (read_at !== null) return { kind: 'read' };
  return { kind: put_off_at === null ? 'open' : 'later' };
}

function monthsAfter(instant: Instant, months: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO('Etc/UTC').add({ months })
    .epochMilliseconds;
}

async function memoriesOf(db: Db, personId: number, now: Instant): Promise<OwnData['memories']> {
  const { curve } = await readModel(db);
  const rows = await db
    .selectFrom('memory')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('met_at', 'desc')
    .execute();
  return rows.map(({ lesson_id, stability, difficulty, met_at }) => ({
    lessonId: lesson_id,
    warmth: warmthOf(retrievability({ stability, difficulty, metAt: met_at }, now, curve)),
    metAt: met_at,
  }));
}

async function deskTraces(db: Db, email: string): Promise<{ signIns: number; set: number }> {
  const signIns = await db.selectFrom('sign_in').select('expires_at').where('email', '=', email).execute();
  const assignments = await db.selectFrom('assignment').select('id').where('assigned_by', '=', email).execute();
  const signals = await db
    .selectFrom('signal')
    .select('id')
    .where((eb) => eb.or([eb('made_by', '=', email), eb('withdrawn_by', '=', email)]))
    .execute();
  return { signIns: signIns.length, set: assignments.length + signals.length };
}
