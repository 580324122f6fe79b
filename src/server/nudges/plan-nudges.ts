import type { Catalogue } from '#catalogue/catalogue.ts';
import type { RelevanceWeights } from '#core/exposure/weights.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { localDate, nextWorkingDay } from '#core/planning/calendar/calendar.ts';
import { latestPlausible } from '#core/planning/calendar/clock.ts';
import { mailWindow } from '#core/planning/calendar/mail-window.ts';
import { planningDay, planningTimeHasCome } from '#core/planning/calendar/planning-day.ts';
import type { WorkTime } from '#core/planning/calendar/work-time.ts';
import { hoursKey, type TeamHours, teamWorkTime } from '#core/planning/calendar/work-time-of.ts';
import { leastGapDays } from '#core/planning/pace.ts';
import type { NudgeChoice, PlannedPerson, PlannedTeam } from '#core/planning/planner-types.ts';
import { worthTableFor } from '#core/planning/worth-of-asking.ts';
import { profileLikenessIn } from '#search/profile-likeness.ts';
import { isDayFree } from '#server/answers/day-taken.ts';
import { fitModelWhenDue } from '#server/answers/fit-model-when-due.ts';
import { readModel } from '#server/answers/fitted-model.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { nextTurn } from '#server/next-turn.ts';
import { addMessage, cancelPending } from '#server/outbox/outbox.ts';
import { type Morning, type NewcomerReader, nobody, planMorning, saveWelcome } from './newcomers.ts';
import { readOwnersAsked, saveAsking } from './owners-asked.ts';
import { lessonsByTeam, plannableLessons } from './plannable-lessons.ts';
import { allTeamIds, teamsInTurn } from './read-teams.ts';

/** One team's morning: the choices, for the local day they are for. */
export type TeamPlan = {
  team: PlannedTeam;
  on: string;
  choices: NudgeChoice[];
  /** How many people are welcomed that day, before they are asked anything. */
  welcomes: number;
};

export type Planner = {
  db: Db;
  catalogue: Catalogue;
  seed: string;
  weights: RelevanceWeights;
  /** Who is welcomed before they are asked anything. */
  newcomers: NewcomerReader;
};

/** A mail that has not left by then has missed its week. */
const longestOnItsWayMs = 4 * dayMs;

/** An hour before the mail, so that a trainer can still look at the plan. */
const planningLeadMs = 3_600_000;

/** Makes what the first plan, or the first look at one, would have to wait a second for. */
export async function preparePlanning({ db, catalogue }: Planner): Promise<void> {
  worthTableFor(await readModel(db));
  profileLikenessIn(catalogue);
  plannableLessons(catalogue);
}

/** What every team would be sent on its next planning day. Reads, decides, saves nothing. */
export async function previewPlan(planner: Planner, now: Instant): Promise<TeamPlan[]> {
  return Array.fromAsync(previewsInTurn(planner, await allTeamIds(planner.db), now));
}

/** The same of these teams, one after the other, each read when its turn comes. */
export async function* previewsInTurn(
  { db, catalogue, seed, weights, newcomers }: Planner,
  teamIds: readonly number[],
  now: Instant,
): AsyncGenerator<TeamPlan, void, undefined> {
  const lessonsOf = await lessonsByTeam(db, catalogue);
  for await (const team of teamsInTurn(db, catalogue, teamIds, now)) {
    const on = (await dayStillToPlan(db, team, now)).toString();
    const day = { team, lessons: lessonsOf(team.id), on, now, seed, weights };
    const owners = await readOwnersAsked(db, team, on, now);
    const { questions, welcomes } = planMorning(day, await newcomers(db, team, on), owners);
    yield { team, on, choices: questions, welcomes: welcomes.length };
    await nextTurn();
  }
}

/** Plans and saves the morning of each team whose planning time has come and that was not planned today. */
export async function planDueTeams(planner: Planner, now: Instant): Promise<TeamPlan[]> {
  return Array.fromAsync(planDueInTurn(planner, now));
}

/**
 * The same, one team after the other: each is read, planned and saved when the plan before it has been taken, and whoever takes them need not
 * keep them. What is not taken is not planned.
 */
export async function* planDueInTurn(
  { db, catalogue, seed, weights, newcomers }: Planner,
  now: Instant,
): AsyncGenerator<TeamPlan, void, undefined> {
  const due = await dueTeams(db, now);
  if (due.size === 0) return;
  await fitModelWhenDue(db, now);
  const lessonsOf = await lessonsByTeam(db, catalogue);
  for await (const team of teamsInTurn(db, catalogue, [...due.keys()], now)) {
    const on = due.get(team.id);
    if (on === undefined) continue;
    const day = { team, lessons: lessonsOf(team.id), on, now, seed, weights };
    const owners = await readOwnersAsked(db, team, on, now);
    yield* await planOnce(db, team, on, now, planMorning(day, await newcomers(db, team, on), owners));
  }
}

/** Plans and saves every team's local day as it is at `now`, whatever the hour or weekday: a demo has to show its mail when it is opened. */
export async function planEveryTeamNow({ db, catalogue, seed, weights }: Planner, now: Instant): Promise<TeamPlan[]> {
  const lessonsOf = await lessonsByTeam(db, catalogue);
  const plans: TeamPlan[] = [];
  for await (const team of teamsInTurn(db, catalogue, await allTeamIds(db), now)) {
    const on = localDate(now, team.workTime.zone).toString();
    const owners = await readOwnersAsked(db, team, on, now);
    const lessons = lessonsOf(team.id);
    const morning = planMorning({ team, lessons, on, now, seed, weights }, nobody, owners);
    const today = { localDate: on, dueAt: now };
    const questions = morning.questions.map((choice) => ({ ...choice, ...today }));
    const askings = morning.askings.map((asking) => ({ ...asking, ...today }));
    plans.push(...(await planOnce(db, team, on, now, { questions, askings, welcomes: [] })));
  }
  return plans;
}

/** The first working day whose mail is still to be planned at `now`: today's is planned an hour before it goes. */
export function nextPlanningDay(now: Instant, workTime: WorkTime): Temporal.PlainDate {
  return planningDay(now + planningLeadMs, workTime);
}

/** The next planning day of a team that has not been planned: after this morning's plan, that is the next one's. */
export async function dayStillToPlan(
  db: Db,
  team: Pick<PlannedTeam, 'id' | 'workTime'>,
  now: Instant,
): Promise<Temporal.PlainDate> {
  const next = nextPlanningDay(now, team.workTime);
  const planned = await isPlanned(db, team.id, next.toString(), now);
  return planned ? nextWorkingDay(next.add({ days: 1 }), team.workTime) : next;
}

/** Whether a team's local day was planned already, and not by a clock that was ahead. */
export async function isPlanned(db: Db, teamId: number, on: string, now: Instant): Promise<boolean> {
  const row = await db
    .selectFrom('planned_day')
    .select('team_id')
    .where('team_id', '=', teamId)
    .where('local_date', '=', on)
    .where('planned_at', '<=', latestPlausible(now))
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * The teams whose planning time has come and that were not planned yet, by id, with their local day. Asked every minute, so it reads only the
 * teams' clocks; the history is read when there is something to plan.
 */
async function dueTeams(db: Db, now: Instant): Promise<Map<number, string>> {
  const teams = await db.selectFrom('team').selectAll().where('ended_on', 'is', null).orderBy('id').execute();
  const dayFor = oncePerHours((workTime) =>
    planningTimeHasCome(now + planningLeadMs, workTime) ? nextPlanningDay(now, workTime).toString() : null,
  );
  const come = new Map(teams.flatMap((team) => [dayFor(team)].flatMap((on) => (on ? [[team.id, on] as const] : []))));
  const planned = await db
    .selectFrom('planned_day')
    .select(['team_id', 'local_date'])
    .where('local_date', 'in', [...new Set(come.values())])
    .where('planned_at', '<=', latestPlausible(now))
    .execute();
  for (const { team_id, local_date } of planned) if (come.get(team_id) === local_date) come.delete(team_id);
  return come;
}

/** Takes the mornings that have come for planned: after a restore nobody knows what left on them. In the caller's transaction; returns how many. */
export async function passOverMornings(trx: Db, now: Instant): Promise<number> {
  const due = await dueTeams(trx, now);
  for (const [teamId, on] of due) await claimDay(trx, teamId, on, now);
  return due.size;
}

/** Works something out once for all teams that keep the same hours. */
function oncePerHours<T>(work: (workTime: WorkTime) => T): (team: TeamHours) => T {
  const known = new Map<string, { worked: T }>();
  return (team) => {
    const key = hoursKey(team);
    const entry = known.get(key) ?? { worked: work(teamWorkTime(team)) };
    known.set(key, entry);
    return entry.worked;
  };
}

/**
 * Claims a team's day and saves its choices together, or neither: a plan that breaks off half-way is made again. They are decided by then, so that the
 * store is held for no longer than writing takes. Empty when the day was planned already.
 */
function planOnce(db: Db, team: PlannedTeam, on: string, now: Instant, morning: Morning): Promise<TeamPlan[]> {
  return db.transaction().execute(async (trx) => {
    if (!(await claimDay(trx, team.id, on, now))) return [];
    const choices = await saveMorning(trx, team, morning, now);
    return [{ team, on, choices, welcomes: morning.welcomes.length }];
  });
}

/** Whether this process is the one to plan the day: two that tick at once plan it once. */
async function claimDay(db: Db, teamId: number, on: string, now: Instant): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('planned_day')
    .values({ team_id: teamId, local_date: on, planned_at: now })
    .onConflict((conflict) =>
      conflict
        .columns(['team_id', 'local_date'])
        .doUpdateSet({ planned_at: now })
        .where('planned_day.planned_at', '>', latestPlausible(now)),
    )
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Late on the next working day a morning's mail has lost its use; after a long holiday it had lost it before. */
function messageExpiry(choice: Pick<NudgeChoice, 'localDate' | 'dueAt'>, workTime: WorkTime): Instant {
  const nextDay = nextWorkingDay(Temporal.PlainDate.from(choice.localDate).add({ days: 1 }), workTime);
  const late = Math.min(mailWindow(nextDay, workTime).until, choice.dueAt + longestOnItsWayMs);
  return Math.max(choice.dueAt + dayMs, late);
}

/** A question closes before the next one may come, so nobody ever has two open. */
function closingTime(choice: NudgeChoice, person: PlannedPerson): Instant {
  return choice.dueAt + Math.min(7, leastGapDays[person.pace]) * dayMs;
}

/** Writes what a morning brings, in the caller's transaction, and returns the questions. */
export async function saveMorning(
  trx: Db,
  team: PlannedTeam,
  { questions, welcomes, askings }: Morning,
  now: Instant,
): Promise<NudgeChoice[]> {
  for (const welcome of welcomes) {
    const person = team.people.find(({ id }) => id === welcome.personId);
    if (person) await saveWelcome(trx, welcome, messageExpiry(welcome, person.workTime), now);
  }
  for (const asking of askings) {
    const person = team.people.find(({ id }) => id === asking.personId);
    if (person) await saveAsking(trx, asking, messageExpiry(asking, person.workTime), now);
  }
  return saveChoices(trx, team, questions, now);
}

/** Saves the choices it can, and returns those: a plan says what was written and nothing else. */
async function saveChoices(
  trx: Db,
  team: PlannedTeam,
  choices: readonly NudgeChoice[],
  now: Instant,
): Promise<NudgeChoice[]> {
  const saved: NudgeChoice[] = [];
  for (const choice of choices) {
    const person = team.people.find((member) => member.id === choice.personId);
    if (!person || !(await isDayFree(trx, person.id, choice.localDate))) continue;
    await saveChoice(trx, choice, person, now);
    saved.push(choice);
  }
  return saved;
}

/** Writes the nudge and its message, in the caller's transaction. */
async function saveChoice(trx: Db, choice: NudgeChoice, person: PlannedPerson, now: Instant): Promise<void> {
  const { email } = await trx
    .selectFrom('person')
    .select('email')
    .where('id', '=', person.id)
    .executeTakeFirstOrThrow();
  const expires = messageExpiry(choice, person.workTime);
  const messageId = await addMessage(trx, {
    purpose: 'nudge',
    person_id: person.id,
    address: email,
    due_at: choice.dueAt,
    expires_at: expires,
    created_at: now,
  });
  await trx
    .insertInto('nudge')
    .values({
      message_id: messageId,
      person_id: person.id,
      local_date: choice.localDate,
      day_taken: choice.localDate,
      kind: choice.kind,
      lesson_id: choice.lessonId,
      case_id: choice.caseId,
      question_id: choice.questionId,
      assignment_id: choice.explanation.assignmentId,
      signal_id: signalOf(choice),
      explanation: JSON.stringify(choice.explanation),
      closes_at: closingTime(choice, person),
    })
    .execute();
}

/** The signal a nudge is due to, kept beside its explanation so that it can be found again. */
function signalOf({ explanation: { occasion } }: NudgeChoice): number | null {
  return occasion.kind === 'signal' ? occasion.signalId : null;
}

/** Withdraws nudges that have not left, for example because their assignment was withdrawn. */
export async function cancelNudges(db: Db, nudgeIds: readonly number[], why: string): Promise<void> {
  if (nudgeIds.length === 0) return;
  const rows = await db.selectFrom('nudge').select('message_id').where('id', 'in', nudgeIds).execute();
  await cancelPending(
    db,
    rows.map((row) => row.message_id),
    why,
  );
}
