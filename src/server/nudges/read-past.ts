import { sql } from 'kysely';
import { neverArrives } from '#core/delivery/message-state.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { localDate } from '#core/planning/calendar/calendar.ts';
import { latestPlausible } from '#core/planning/calendar/clock.ts';
import { mostInSevenDays } from '#core/planning/pace.ts';
import type { PastNudge, PlannedPerson } from '#core/planning/planner-types.ts';
import { mostSilence } from '#core/planning/silence.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, MemoryRow } from '#server/database/schema.ts';

/** What is behind people of some teams, by person. `answerRate` is the share of recent nudges answered, 0 to 1. */
export type Pasts = {
  of: (personId: number) => Pick<PlannedPerson, 'past' | 'answerRate'>;
  memories: ReadonlyMap<number, readonly MemoryRow[]>;
};

/** How much of the past is read, and of how many people at a time, about: what a plan of any size keeps in memory. */
export type PastReader = { peopleAtATime: number; read: (db: Db, teamIds: readonly number[]) => Promise<Pasts> };

/** Share of nudges answered that is assumed of somebody new; trials of e-mailed questions report 60 to 87 % (Kerfoot and others, 2007 to 2012). */
const newcomerAnswerRate = 0.6;

/** How many recent nudges the answer rate looks back on, the assumption counting as two of them. */
const recentNudges = 8;

function rateOf(answered: number, recent: number): number {
  return (answered + 2 * newcomerAnswerRate) / (recent + 2);
}

/** All of it, as a plan needs it. Few people at a time: what is let go before the collector comes round twice costs it nothing. */
export const wholePast: PastReader = { peopleAtATime: 20, read: readWhole };

async function readWhole(db: Db, teamIds: readonly number[]): Promise<Pasts> {
  const ofPeople = db.selectFrom('person').select('id').where('team_id', 'in', teamIds);
  const rows = await nudges(db).where('nudge.person_id', 'in', ofPeople).execute();
  const memories = await db.selectFrom('memory').selectAll().where('person_id', 'in', ofPeople).execute();
  const byPerson = pastByPerson(rows);
  return {
    of: (id) => {
      const past = byPerson.get(id) ?? [];
      const recent = past.slice(-recentNudges);
      return { past, answerRate: rateOf(recent.filter(({ answer }) => answer !== null).length, recent.length) };
    },
    memories: Map.groupBy(memories, (row) => row.person_id),
  };
}

/** Nothing but what they remember, as the heatmap needs it. Many at a time: there is little to each. */
export const memoriesOnly: PastReader = { peopleAtATime: 200, read: readMemories };

async function readMemories(db: Db, teamIds: readonly number[]): Promise<Pasts> {
  const ofPeople = db.selectFrom('person').select('id').where('team_id', 'in', teamIds);
  const memories = await db.selectFrom('memory').selectAll().where('person_id', 'in', ofPeople).execute();
  const unread = { past: [], answerRate: newcomerAnswerRate };
  return { of: () => unread, memories: Map.groupBy(memories, (row) => row.person_id) };
}

/** Nothing at all, where a page asks who is in a team, how it works and what it depends on: even what 250 people remember is a tenth of a second to read. */
export const nothingPast: PastReader = { peopleAtATime: 5000, read: async () => nothingRead };

const nothingRead: Pasts = { of: () => ({ past: [], answerRate: newcomerAnswerRate }), memories: new Map() };

/**
 * What one lesson needs of everybody's past: its own nudges and those of what else is assigned, tellings of its cases, its memories, and when
 * mail last came. It is little, so it is read at once for all.
 */
export async function pastBeside(
  db: Db,
  lessonId: string,
  caseIds: readonly string[],
  assigned: readonly string[],
  now: Instant,
): Promise<PastReader> {
  const lessonIds = [...new Set([lessonId, ...assigned])];
  const rows = await nudges(db)
    .where((eb) => eb.or([eb('nudge.lesson_id', 'in', lessonIds), eb('nudge.case_id', 'in', caseIds)]))
    .execute();
  const memories = await db.selectFrom('memory').selectAll().where('lesson_id', '=', lessonId).execute();
  const lately = new Map((await readLately(db, now)).map((row) => [row.person_id, row.lately]));
  const dayOf = nudgesOfDays();
  const byPerson = pastByPerson(rows);
  const pasts: Pasts = {
    of: (id) => {
      const { days, recent, answered } = latelyIn(lately.get(id) ?? '');
      return { past: withDays(byPerson.get(id), days.map(dayOf)), answerRate: rateOf(answered, recent) };
    },
    memories: Map.groupBy(memories, (row) => row.person_id),
  };
  return { peopleAtATime: 5000, read: async () => pasts };
}

type NudgeRead = Omit<PastNudge, 'read'> & { person_id: number; put_off_at: number | null; read_at: number | null };

/** Whoever said that they had read it, or asked for it later, has not let it lie. */
function pastByPerson(rows: readonly NudgeRead[]): Map<number, PastNudge[]> {
  const pasts = new Map<number, PastNudge[]>();
  for (const { person_id, put_off_at, read_at, ...nudge } of rows) {
    const past = pasts.get(person_id) ?? [];
    past.push({ ...nudge, read: read_at !== null || put_off_at !== null });
    pasts.set(person_id, past);
  }
  return pasts;
}

/** Nudges that reached people or still will, oldest first; withdrawn and undeliverable ones taught nobody anything. */
function nudges(db: Db) {
  return db
    .selectFrom('nudge')
    .innerJoin('message', 'message.id', 'nudge.message_id')
    .leftJoin('reading', 'reading.nudge_id', 'nudge.id')
    .select([
      'nudge.person_id',
      'nudge.local_date as on',
      'nudge.lesson_id as lessonId',
      'nudge.question_id as questionId',
      'nudge.case_id as caseId',
      'nudge.kind',
      'nudge.put_off_at',
      'message.created_at as plannedAt',
      'reading.read_at',
    ])
    .select((eb) =>
      eb
        .selectFrom('answer')
        .select('answer.choice')
        .whereRef('answer.nudge_id', '=', 'nudge.id')
        .orderBy('answer.id', 'desc')
        .limit(1)
        .as('answer'),
    )
    .where('message.state', 'not in', neverArrives)
    .orderBy('nudge.local_date')
    .orderBy('nudge.id');
}

/** The latest nudges of each person in one text, the newest first, as `2026-11-17 2,2026-11-10 0`: the days, and whether they were answered (2), only read or put off (1), or let lie (0). A row for each would take three times as long. What was planned while the clock was ahead is left out. */
async function readLately(db: Db, now: Instant): Promise<{ person_id: number; lately: string }[]> {
  const tomorrow = localDate(now + dayMs, 'Etc/UTC').toString();
  const { rows } = await sql<{ person_id: number; lately: string }>`
    SELECT person.id AS person_id, coalesce((
      SELECT string_agg(told, ',' ORDER BY told DESC) FROM (
        SELECT nudge.local_date || ' ' || CASE
          WHEN EXISTS (SELECT 1 FROM answer WHERE answer.nudge_id = nudge.id) THEN 2
          WHEN nudge.put_off_at IS NOT NULL OR EXISTS (SELECT 1 FROM reading WHERE reading.nudge_id = nudge.id) THEN 1
          ELSE 0 END AS told
        FROM nudge
        WHERE nudge.person_id = person.id
          AND nudge.message_id NOT IN (SELECT id FROM message WHERE state IN (${sql.join(neverArrives)}))
          AND (nudge.local_date <= ${tomorrow}
            OR (SELECT created_at FROM message WHERE id = nudge.message_id) <= ${latestPlausible(now)})
        ORDER BY nudge.local_date DESC, nudge.id DESC
        LIMIT ${recentNudges}
      ) AS latest
    ), '') AS lately
    FROM person`.execute(db);
  return rows;
}

/** Letters of `2026-11-17`, and of `2026-11-17 1,`. */
const dayLength = 10;
const entryLength = 13;

/** `days` are the latest, as many as the pace asks about, the oldest of them first. */
type Lately = { days: readonly LatelyDay[]; recent: number; answered: number };

type LatelyDay = { on: string; heeded: boolean };

/** How many days are told apart: as many as the pace asks about, or silence. */
const daysTold = Math.max(mostInSevenDays, mostSilence);

function latelyIn(text: string): Lately {
  const recent = Math.floor((text.length + 1) / entryLength);
  let answered = 0;
  for (let entry = 0; entry < recent; entry += 1) if (text[entry * entryLength + dayLength + 1] === '2') answered += 1;
  const days: LatelyDay[] = [];
  for (let entry = Math.min(recent, daysTold) - 1; entry >= 0; entry -= 1) {
    const start = entry * entryLength;
    days.push({ on: text.slice(start, start + dayLength), heeded: text[start + dayLength + 1] !== '0' });
  }
  return { days, recent, answered };
}

/** Nudges with the latest days of mail among them, each of which may be that of another lesson. */
function withDays(own: readonly PastNudge[] | undefined, days: readonly PastNudge[]): readonly PastNudge[] {
  if (!own) return days;
  const others = days.filter((day) => !own.some(({ on }) => on === day.on));
  return [...own, ...others].sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}

/** Nudges on some other lesson, of which only the day counts and whether it was heeded: one for each, whoever got it. */
function nudgesOfDays(): (day: LatelyDay) => PastNudge {
  const known = new Map<string, PastNudge>();
  return ({ on, heeded }) => {
    const key = `${on} ${heeded}`;
    const other = { lessonId: '', questionId: '', caseId: '', kind: 'recall', answer: null } as const;
    const nudge = known.get(key) ?? { ...other, on, read: heeded };
    known.set(key, nudge);
    return nudge;
  };
}
