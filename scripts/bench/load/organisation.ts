import type { Insertable } from 'kysely';
import type { Catalogue, Lesson } from '#catalogue/catalogue.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { skipUsedIds } from '#server/database/copy-store.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Tables } from '#server/database/schema.ts';
import { seededRandom } from '../../demo/seeded-random.ts';

/** An organisation to lay out, its teams spread over these zones. `now` is epoch milliseconds; each person has had so many mails, one each fortnight. */
export type OrganisationPlan = {
  people: number;
  teams: number;
  zones: readonly string[];
  now: number;
  pastMails: number;
};

/** A question that waits for its answer, as a link names it. */
export type OpenQuestion = { nudgeId: number; personId: number; closesAt: number };

const roles = ['buyer', 'planner', 'quality', 'logistics', 'engineering', 'it', 'finance', 'legal'];

/** Mails of about four months. */
export const someMails = 8;
const rowsAtATime = 200;
const explanation = JSON.stringify({ reasons: [], teamMemory: 0, gain: 0.1, assignmentId: null });

/** Lays out teams who have been at it for a while, about the lessons of the catalogue; the last mail of everybody is one to seven days old. Returns the questions that are open. */
export async function fillOrganisation(db: Db, catalogue: Catalogue, plan: OrganisationPlan): Promise<OpenQuestion[]> {
  const random = seededRandom(7);
  const one = <T>(from: readonly T[]): T => {
    const entry = from[Math.floor(random() * from.length)];
    if (entry === undefined) throw new RangeError('There is nothing to draw from.');
    return entry;
  };
  const asked = catalogue.lessons.flatMap((lesson) => questionsOf(catalogue, lesson));
  const inputs = [...new Set(catalogue.cases.flatMap((entry) => entry.inputs))];
  const open: OpenQuestion[] = [];
  await db.transaction().execute(async (trx) => {
    const rows = rowsInto(trx);
    for (let id = 1; id <= plan.teams; id += 1) {
      await rows.add('team', teamRow(id, plan));
      for (let item = 0; item < 4; item += 1)
        await rows.add('exposure', {
          ...{ team_id: id, name: `Item ${item}`, input: one(inputs), origin: one(['JP', 'CN', 'US', 'DE', 'TW']) },
          ...{ share: 0.8, suppliers: 1, stock_days: 10, recovery_days: 90, alternative: 'none', tiers_mapped: 1 },
        });
    }
    let nudges = 0;
    for (let id = 1; id <= plan.people; id += 1) {
      const teamId = 1 + (id % plan.teams);
      await rows.add('person', {
        ...{ id, team_id: teamId, email: `person-${id}@kazehaya.example`, name: `Person ${id}` },
        ...{
          role: one(roles),
          zone: zoneOf(teamId, plan),
          language: 'en',
          joined_year: 2000 + (id % 26),
          pace: 'weekly',
          created_at: 0,
        },
      });
      await rows.add('calibration', { person_id: id, predicted: 5, observed: 4 + random(), answers: plan.pastMails });
      // The lessons of the catalogue come round: each as often as the others.
      let unmet = asked;
      const answered = new Map<string, { at: number; answers: number }>();
      for (let mail = plan.pastMails; mail >= 0; mail -= 1) {
        const question = one(unmet);
        const others = unmet.filter(({ lessonId }) => lessonId !== question.lessonId);
        unmet = others.length > 0 ? others : asked;
        const at = plan.now - (mail * 14 + 1 + (id % 7)) * dayMs;
        nudges += 1;
        await rows.add('message', {
          ...{ id: nudges, purpose: 'nudge', person_id: id, address: `person-${id}@kazehaya.example` },
          ...{ state: 'accepted', due_at: at, expires_at: at + dayMs, created_at: at, accepted_at: at },
        });
        await rows.add('nudge', {
          ...{
            id: nudges,
            message_id: nudges,
            person_id: id,
            local_date: dayOf(at),
            day_taken: dayOf(at),
            kind: 'case',
          },
          ...{ lesson_id: question.lessonId, case_id: question.caseId, question_id: question.id, explanation },
          closes_at: at + 7 * dayMs,
        });
        if (mail === 0) {
          if (at + 7 * dayMs > plan.now + dayMs / 2)
            open.push({ nudgeId: nudges, personId: id, closesAt: at + 7 * dayMs });
          continue;
        }
        if (random() > 0.7) continue;
        await rows.add('answer', { nudge_id: nudges, choice: 'a', right: 1, sureness: 'fairly', answered_at: at });
        const before = answered.get(question.lessonId)?.answers ?? 0;
        answered.set(question.lessonId, { at, answers: before + 1 });
      }
      for (const [lesson_id, { at, answers }] of answered)
        await rows.add('memory', {
          ...{ person_id: id, lesson_id, stability: 20 + 60 * random(), difficulty: 5 },
          ...{ met_at: at, answers },
        });
    }
    await rows.flush();
    await skipUsedIds(trx);
  });
  return open;
}

function questionsOf({ cases }: Catalogue, { id: lessonId, questionIds, draft }: Lesson) {
  const questions = cases.flatMap((entry) => entry.questions.map(({ id }) => ({ id, caseId: entry.id })));
  return draft
    ? []
    : questions.filter(({ id }) => questionIds.includes(id)).map((question) => ({ ...question, lessonId }));
}

function teamRow(id: number, plan: OrganisationPlan): Insertable<Tables['team']> {
  const hours = { zone: zoneOf(id, plan), mail_time: '08:30', holidays: null };
  return { id, name: `Team ${id}`, sector: 'automotive', ...hours, created_at: plan.now };
}

function zoneOf(teamId: number, { zones }: OrganisationPlan): string {
  return zones[teamId % zones.length] ?? 'Etc/UTC';
}

/** Takes the mornings of these days for planned, so that none begins in the middle of a measurement. */
export async function takeForPlanned(db: Db, now: number): Promise<void> {
  const teams = await db.selectFrom('team').select('id').execute();
  for (const ahead of [-1, 0, 1, 2]) {
    const local_date = dayOf(now + ahead * dayMs);
    await db
      .insertInto('planned_day')
      .values(teams.map(({ id }) => ({ team_id: id, local_date, planned_at: now })))
      .execute();
  }
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Rows gathered by table and written many at a time, those that others refer to first. */
function rowsInto(db: Db) {
  const order = ['team', 'exposure', 'person', 'calibration', 'message', 'nudge', 'answer', 'memory'] as const;
  type Filled = (typeof order)[number];
  const waiting = new Map<Filled, object[]>(order.map((table) => [table, []]));
  const flush = async () => {
    for (const table of order) {
      const rows = waiting.get(table) ?? [];
      for (let from = 0; from < rows.length; from += rowsAtATime)
        await db
          .insertInto(table)
          .values(rows.slice(from, from + rowsAtATime) as never)
          .execute();
      waiting.set(table, []);
    }
  };
  return {
    flush,
    add: async <T extends Filled>(table: T, row: Insertable<Tables[T]>) => {
      waiting.get(table)?.push(row);
      if ((waiting.get('nudge')?.length ?? 0) >= 2000) await flush();
    },
  };
}
