import { sql } from 'kysely';
import type { BriefFacts } from '#core/brief/facts.ts';
import { wentOut } from '#core/delivery/message-state.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { asksForStep, nudgeKinds } from '#core/planning/nudge-kinds.ts';
import { leastShownAlone } from '#core/privacy/named-teams.ts';
import { laterDays } from '#core/results/later-recall.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { type CountedTeams, idsOf } from './read-team-sizes.ts';

type Span = { from: Instant; until: Instant };

/**
 * What was asked two weeks and more after it was met, and recalled; mails that went out, and were answered. Counted by the store: of 20,000 people no
 * row but the sum comes back. Null where fewer people answered than may be told of.
 */
export async function readRecall(db: Db, teams: CountedTeams, span: Span): Promise<BriefFacts['recall']> {
  const later = await countLaterAnswers(db, teams, span);
  const { sent, answered } = await countMails(db, teams, span);
  if (sent === 0 && later.asked === 0) return null;
  const isTold = later.people >= leastShownAlone;
  return { asked: isTold ? later.asked : 0, recalled: isTold ? later.recalled : 0, sent, answered };
}

/** The mails of the span are found by looking through all, in the order in which they lie: by their state it is a row here and a row there. */
async function countMails(db: Db, teams: CountedTeams, { from, until }: Span) {
  const { rows } = await sql<{ sent: number; answered: number | null }>`
    SELECT count(*) AS sent,
      sum(CASE WHEN EXISTS (SELECT 1 FROM answer WHERE answer.nudge_id = nudge.id) THEN 1 ELSE 0 END) AS answered
    FROM message JOIN nudge ON nudge.message_id = message.id JOIN person ON person.id = nudge.person_id
    WHERE message.accepted_at >= ${from} AND message.accepted_at < ${until}
      AND coalesce(message.state, '') IN (${sql.join(wentOut)}) AND + person.team_id IN (${sql.join(idsOf(teams))})`.execute(
    db,
  );
  return { sent: Number(rows[0]?.sent ?? 0), answered: Number(rows[0]?.answered ?? 0) };
}

const askingForSteps = nudgeKinds.filter(asksForStep);

/** Of a nudge the first answer counts: later ones come after the reason was read. */
const isFirst = sql`NOT EXISTS (
  SELECT 1 FROM answer AS earlier WHERE earlier.nudge_id = answer.nudge_id AND earlier.id < answer.id)`;

/**
 * As core/results/later-recall.ts has it for a team. For each answer of the span the meeting before it is looked up; in the order of time all that were ever
 * given would have to be read and sorted, which took eight seconds. They are looked up person by person, as what a person had lies together in the index. `+`
 * keeps a store from beginning with the teams, and so with all their answers.
 */
export async function countLaterAnswers(
  db: Db,
  teams: CountedTeams,
  { from, until }: Span,
): Promise<{ asked: number; recalled: number; people: number }> {
  const right = sql.ref('answer.right');
  const leastGap = laterDays * dayMs;
  const { rows } = await sql<{ asked: number; recalled: number | null; people: number }>`
    WITH asked AS MATERIALIZED (
      SELECT answer.id, nudge.person_id, nudge.lesson_id, answer.answered_at, ${right} AS is_right
      FROM answer JOIN nudge ON nudge.id = answer.nudge_id JOIN person ON person.id = nudge.person_id
      WHERE answer.answered_at >= ${from} AND answer.answered_at < ${until}
        AND nudge.kind NOT IN (${sql.join(askingForSteps)})
        AND + person.team_id IN (${sql.join(idsOf(teams))}) AND ${isFirst}
      ORDER BY nudge.person_id, nudge.lesson_id
    ),
    spaced AS MATERIALIZED (
      SELECT person_id, is_right,
        answered_at - (
          SELECT max(answer.answered_at) FROM nudge JOIN answer ON answer.nudge_id = nudge.id
          WHERE nudge.person_id = asked.person_id AND nudge.lesson_id = asked.lesson_id AND ${isFirst}
            AND (answer.answered_at < asked.answered_at OR (answer.answered_at = asked.answered_at AND answer.id < asked.id))
        ) AS since_answer,
        answered_at - (
          SELECT max(reading.read_at) FROM nudge JOIN reading ON reading.nudge_id = nudge.id
          WHERE nudge.person_id = asked.person_id AND nudge.lesson_id = asked.lesson_id
            AND reading.read_at <= asked.answered_at
        ) AS since_reading
      FROM asked
    )
    SELECT count(*) AS asked, sum(is_right) AS recalled, count(DISTINCT person_id) AS people
    FROM spaced
    WHERE coalesce(since_answer, since_reading) >= ${leastGap} AND coalesce(since_reading, since_answer) >= ${leastGap}`.execute(
    db,
  );
  const [row] = rows;
  return { asked: Number(row?.asked ?? 0), recalled: Number(row?.recalled ?? 0), people: Number(row?.people ?? 0) };
}
