import { z } from 'zod';
import type { BriefFacts, Rehearsal } from '#core/brief/facts.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { inPost } from '#server/people/in-post.ts';
import { type CountedTeams, idsOf } from './read-team-sizes.ts';

/** What of a team's kept figures (desk/heatmap.ts) says which risks concern it. */
const relevantLessons = z.array(z.object({ lessonId: z.string(), relevant: z.boolean() }));

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
