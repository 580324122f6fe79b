import { sql } from 'kysely';
import { z } from 'zod';
import type { BriefFacts, Rehearsal } from '#core/brief/facts.ts';
import { wentOut } from '#core/delivery/message-state.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { asksForStep, nudgeKinds } from '#core/planning/nudge-kinds.ts';
import { leastShownAlone } from '#core/privacy/named-teams.ts';
import { laterDays } from '#core/results/later-recall.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { inPost } from '#server/people/in-post.ts';
import type { CountedTeams } from './read-team-sizes.ts';

/** What of a team's kept figures (desk/heatmap.ts) says which risks concern it. */
const relevantLessons = z.array(z.object({ lessonId: z.string(), relevant: z.boolean() }));

const noTeam = -1;
const idsOf = ({ ids }: CountedTeams) => [...ids, noTeam];
const dayOf = (instant: Instant) => new Date(instant).toISOString().slice(0, 10);

/** People in post by the year they joined. */
export async function readJoined(db: Db, teams: CountedTeams, on: string): Promise<BriefFacts['joined']> {
  const rows = await db
    .selectFrom('person')
    .select((eb) => ['joined_year as year', eb.fn.countAll<number>().as('people')])
    .where('team_id', 'in', idsOf(teams))
    .where(inPost(on))
    .groupBy('joined_year')
    .execute();
  return rows.map(({ year, people }) => ({ year, people: Number(people) }));
}

/** When each team last answered or read on each risk that concerns it. Teams that stand together are one. */
export async function readRehearsals(db: Db, teams: CountedTeams, on: string): Promise<Rehearsal[]> {
  const kept = await db
    .selectFrom('team_memory')
    .innerJoin('team', 'team.id', 'team_memory.team_id')
    .select(['team.id', 'team.created_at', 'team_memory.figures'])
    .where('team.id', 'in', idsOf(teams))
    .where('team_memory.reckoned_at', 'is not', null)
    .orderBy('team.id')
    .execute();
  const met = await db
    .selectFrom('memory')
    .innerJoin('person', 'person.id', 'memory.person_id')
    .select((eb) => ['person.team_id', 'memory.lesson_id', eb.fn.max('memory.met_at').as('met_at')])
    .where('person.team_id', 'in', idsOf(teams))
    .where(inPost(on))
    .groupBy(['person.team_id', 'memory.lesson_id'])
    .execute();
  const lastMet = new Map(met.map(({ team_id, lesson_id, met_at }) => [`${team_id} ${lesson_id}`, Number(met_at)]));
  const rehearsals = new Map<string, { lessonId: string; team: string | null; last: Instant | null; since: Instant }>();
  for (const { id, created_at, figures } of kept) {
    const team = teams.alone.get(id) ?? null;
    const lessons = relevantLessons.safeParse(JSON.parse(figures));
    for (const { lessonId } of (lessons.data ?? []).filter(({ relevant }) => relevant)) {
      const key = `${team === null ? 'together' : id} ${lessonId}`;
      const before = rehearsals.get(key);
      const last = Math.max(before?.last ?? 0, lastMet.get(`${id} ${lessonId}`) ?? 0);
      const since = Math.min(before?.since ?? created_at, created_at);
      rehearsals.set(key, { lessonId, team, last: last || null, since });
    }
  }
  return [...rehearsals.values()].map(({ lessonId, team, last, since }) => ({
    lessonId,
    team,
    lastOn: last === null ? null : dayOf(last),
    sinceOn: dayOf(since),
  }));
}

const askingForSteps = nudgeKinds.filter(asksForStep);

type Span = { from: Instant; until: Instant };

/**
 * What was asked two weeks and more after it was met, and recalled; mails that went out, and were answered. Counted by the store: of 20,000 people no
 * row but the sum comes back. As core/results/later-recall.ts has it for a team. Null where fewer people answered than may be told of.
 */
export async function readRecall(db: Db, teams: CountedTeams, { from, until }: Span): Promise<BriefFacts['recall']> {
  const later = await laterAnswers(db, teams, { from, until });
  const mails = await db
    .selectFrom('nudge')
    .innerJoin('message', 'message.id', 'nudge.message_id')
    .innerJoin('person', 'person.id', 'nudge.person_id')
    .leftJoin(
      (eb) => eb.selectFrom('answer').select('nudge_id').distinct().as('replied'),
      (join) => join.onRef('replied.nudge_id', '=', 'nudge.id'),
    )
    .select((eb) => [eb.fn.countAll<number>().as('sent'), eb.fn.count<number>('replied.nudge_id').as('answered')])
    .where('message.accepted_at', '>=', from)
    .where('message.accepted_at', '<', until)
    .where('message.state', 'in', wentOut)
    .where('person.team_id', 'in', idsOf(teams))
    .executeTakeFirst();
  const sent = Number(mails?.sent ?? 0);
  if (sent === 0 && later.asked === 0) return null;
  const isTold = later.people >= leastShownAlone;
  return {
    asked: isTold ? later.asked : 0,
    recalled: isTold ? later.recalled : 0,
    sent,
    answered: Number(mails?.answered ?? 0),
  };
}

async function laterAnswers(db: Db, teams: CountedTeams, { from, until }: Span) {
  const rows = await sql<{ asked: number; recalled: number | null; people: number }>`
    WITH first_answer AS (SELECT min(id) AS id FROM answer GROUP BY nudge_id),
    meeting AS (
      SELECT nudge.person_id, nudge.lesson_id, answer.answered_at AS met_at,
        CASE WHEN nudge.kind IN (${sql.join(askingForSteps)}) THEN NULL ELSE answer.${sql.ref('right')} END AS is_right
      FROM answer JOIN first_answer ON first_answer.id = answer.id JOIN nudge ON nudge.id = answer.nudge_id
      UNION ALL
      SELECT nudge.person_id, nudge.lesson_id, reading.read_at, NULL
      FROM reading JOIN nudge ON nudge.id = reading.nudge_id
    ),
    spaced AS (
      SELECT person_id, met_at, is_right,
        met_at - lag(met_at) OVER (PARTITION BY person_id, lesson_id ORDER BY met_at) AS gap
      FROM meeting
    )
    SELECT count(*) AS asked, sum(is_right) AS recalled, count(DISTINCT person_id) AS people
    FROM spaced JOIN person ON person.id = spaced.person_id
    WHERE is_right IS NOT NULL AND gap >= ${laterDays * dayMs} AND met_at >= ${from} AND met_at < ${until}
      AND person.team_id IN (${sql.join(idsOf(teams))})`.execute(db);
  const [row] = rows.rows;
  return { asked: Number(row?.asked ?? 0), recalled: Number(row?.recalled ?? 0), people: Number(row?.people ?? 0) };
}
