import type { MessageState } from '#core/delivery/message-state.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import type { Sureness } from '#core/memory/recollection.ts';
import type { NudgeKind } from '#core/planning/nudge-kinds.ts';
import { leastGapDays } from '#core/planning/pace.ts';
import type { Db } from '#server/database/open-database.ts';
import type { TeamScope } from './team-scope.ts';

export type MailLine = {
  nudgeId: number;
  personName: string;
  teamName: string;
  zone: string;
  localDate: string;
  dueAt: number;
  kind: NudgeKind;
  lessonId: string;
  caseId: string;
  questionId: string;
  assigned: boolean;
  state: MessageState;
  reply: string | null;
  /** The reader asked for the question to come later; a copy of it follows. */
  putOff: boolean;
  notRelevant: boolean;
  /** `right` and `sureness` mean something for questions and comparisons; a step is only done or not. */
  answer: { choice: string; right: boolean; sureness: Sureness; at: number } | null;
  /** The reader said that they had read it. */
  read: boolean;
};

/** A question that nobody puts off stays open at least as long as the shortest gap between two mails. */
const shortestOpenMs = leastGapDays['twice-a-week'] * dayMs;

/** Which nudges are listed: those that were assigned, or those that came at somebody's own pace too. */
export type MailFilter = { teams: TeamScope; most: number; which: 'all' | 'assigned' };

/** The newest nudges of some teams with what became of them. */
export async function recentMail(db: Db, { teams, most, which }: MailFilter): Promise<MailLine[]> {
  let query = joined(db).orderBy('message.due_at', 'desc').orderBy('nudge.id', 'desc').limit(most);
  if (which === 'assigned') query = query.where('nudge.assignment_id', 'is not', null);
  // Of all there ever were, those that were planned last: the rest is never looked at.
  if (teams === 'house')
    query = query.where('nudge.id', 'in', (eb) => {
      const newest = eb.selectFrom('nudge').select('nudge.id').orderBy('nudge.id', 'desc').limit(most);
      return which === 'all' ? newest : newest.where('nudge.assignment_id', 'is not', null);
    });
  else query = query.where('team.id', 'in', [...teams]);
  return linesOf(db, await query.execute());
}

/** Some nudges by id, the newest first, with what became of them. */
export async function mailLines(db: Db, ids: readonly number[]): Promise<MailLine[]> {
  if (ids.length === 0) return [];
  return linesOf(db, await joined(db).where('nudge.id', 'in', ids).orderBy('nudge.id', 'desc').execute());
}

function joined(db: Db) {
  return db
    .selectFrom('nudge')
    .innerJoin('message', 'message.id', 'nudge.message_id')
    .innerJoin('person', 'person.id', 'nudge.person_id')
    .innerJoin('team', 'team.id', 'person.team_id')
    .leftJoin('not_relevant', (join) =>
      join
        .onRef('not_relevant.person_id', '=', 'nudge.person_id')
        .onRef('not_relevant.lesson_id', '=', 'nudge.lesson_id'),
    )
    .leftJoin('reading', 'reading.nudge_id', 'nudge.id')
    .select([
      'nudge.id',
      'person.name as person_name',
      'team.name as team_name',
      'person.zone',
      'nudge.local_date',
      'nudge.kind',
      'nudge.lesson_id',
    ])
    .select([
      'nudge.case_id',
      'nudge.question_id',
      'nudge.assignment_id',
      'message.state',
      'message.reply',
      'message.due_at',
      'nudge.closes_at',
      'not_relevant.said_at',
      'reading.read_at',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof joined>['execute']>>[number];

async function linesOf(db: Db, rows: readonly Row[]): Promise<MailLine[]> {
  const answers = await newestAnswers(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    nudgeId: row.id,
    personName: row.person_name,
    teamName: row.team_name,
    zone: row.zone,
    localDate: row.local_date,
    dueAt: row.due_at,
    kind: row.kind,
    lessonId: row.lesson_id,
    caseId: row.case_id,
    questionId: row.question_id,
    assigned: row.assignment_id !== null,
    state: row.state,
    reply: row.reply,
    putOff: row.closes_at < row.due_at + shortestOpenMs,
    notRelevant: row.said_at !== null,
    answer: answers.get(row.id) ?? null,
    read: row.read_at !== null,
  }));
}

async function newestAnswers(
  db: Db,
  nudgeIds: readonly number[],
): Promise<Map<number, NonNullable<MailLine['answer']>>> {
  if (nudgeIds.length === 0) return new Map();
  const rows = await db.selectFrom('answer').selectAll().where('nudge_id', 'in', nudgeIds).orderBy('id').execute();
  return new Map(
    rows.map((row) => [
      row.nudge_id,
      { choice: row.choice, right: row.right === 1, sureness: row.sureness, at: row.answered_at },
    ]),
  );
}
