import { z } from 'zod';
import type { BriefFacts } from '#core/brief/facts.ts';
import { firstDayOf, lastDayOf, type Quarter, quarterOf } from '#core/brief/quarter.ts';
import { keepFact, readFact } from '#server/database/facts.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { houseCalendar } from '../house-clock.ts';
import { readJoined, readRehearsals } from './read-memory.ts';
import { readRecall } from './read-recall.ts';
import { type CountedTeams, readCountedTeams } from './read-team-sizes.ts';

export type MemoryFacts = Pick<BriefFacts, 'joined' | 'rehearsals' | 'recall'>;

/** In a house of more people counting takes seconds, so that the scheduler does it and a page reads what it kept. */
const largeHouse = 2_000;

/** Renewed at this age, and no longer believed at that. */
const renewedAfterMs = 3_600_000;
const believedForMs = 6 * renewedAfterMs;

const factName = 'brief-memory';

const count = z.number();
const keptSchema = z.object({
  at: count,
  from: count,
  /** The teams that were counted: with others it is as if nothing was kept. */
  teams: z.string(),
  joined: z.array(z.object({ year: count.nullable(), people: count })),
  rehearsals: z.array(
    z.object({ lessonId: z.string(), team: z.string().nullable(), lastOn: z.string().nullable(), sinceOn: z.string() }),
  ),
  recall: z.object({ asked: count, recalled: count, sent: count, answered: count }).nullable(),
});

/** The instants between which a quarter is counted, up to `now`. */
export async function spanOf(db: Db, quarter: Quarter, now: Instant): Promise<{ from: Instant; until: Instant }> {
  const { beginOf } = await houseCalendar(db, now);
  const dayAfter = Temporal.PlainDate.from(lastDayOf(quarter)).add({ days: 1 }).toString();
  return { from: beginOf(firstDayOf(quarter)), until: Math.min(now + 1, beginOf(dayAfter)) };
}

/** Counts what teams met, answered and recalled in a quarter, anew. */
export async function readMemoryFacts(
  db: Db,
  teams: CountedTeams,
  quarter: Quarter,
  now: Instant,
): Promise<MemoryFacts> {
  const { today } = await houseCalendar(db, now);
  return {
    joined: await readJoined(db, teams, today),
    rehearsals: await readRehearsals(db, teams, today),
    recall: await readRecall(db, teams, await spanOf(db, quarter, now)),
  };
}

/** The same as it was kept within hours, where counting it anew would take seconds. */
export async function memoryFactsOf(db: Db, teams: CountedTeams, quarter: Quarter, now: Instant): Promise<MemoryFacts> {
  const kept = await readKept(db);
  const { from } = await spanOf(db, quarter, now);
  const isOfNow = kept && kept.from === from && kept.teams === teams.ids.join() && isYoung(kept.at, now, believedForMs);
  return isOfNow ? kept : readMemoryFacts(db, teams, quarter, now);
}

/** Keeps them for the pages of a large house, once an hour. Returns whether it did. */
export async function refreshBriefMemory(db: Db, smallestTeam: number, now: Instant): Promise<boolean> {
  const { people } = await db
    .selectFrom('person')
    .select((eb) => eb.fn.countAll<number>().as('people'))
    .executeTakeFirstOrThrow();
  if (Number(people) <= largeHouse) return false;
  const { today } = await houseCalendar(db, now);
  const quarter = quarterOf(today);
  const teams = await readCountedTeams(db, today, smallestTeam);
  const { from } = await spanOf(db, quarter, now);
  const kept = await readKept(db);
  if (kept && kept.from === from && kept.teams === teams.ids.join() && isYoung(kept.at, now, renewedAfterMs))
    return false;
  const facts = await readMemoryFacts(db, teams, quarter, now);
  await keepFact(db, factName, JSON.stringify({ at: now, from, teams: teams.ids.join(), ...facts }));
  return true;
}

async function readKept(db: Db): Promise<z.infer<typeof keptSchema> | null> {
  const text = await readFact(db, factName);
  // What another version kept in another form is as if it was never kept.
  return text === null ? null : (keptSchema.safeParse(JSON.parse(text)).data ?? null);
}

const isYoung = (at: Instant, now: Instant, forMs: number) => Math.abs(now - at) < forMs;
