import type { RelevanceWeights } from '#core/exposure/weights.ts';
import { hasLeft } from '#core/people/in-post.ts';
import { nextWorkingDay } from './calendar/calendar.ts';
import { type Morning, morningFor } from './calendar/planning-day.ts';
import type { WorkTime } from './calendar/work-time.ts';
import type { Candidate } from './candidates.ts';
import { isEligible } from './eligibility.ts';
import { nextAssigned } from './next-assigned.ts';
import { Offers } from './offers.ts';
import { mostPeopleADay } from './pace.ts';
import type { NudgeChoice, PlannableLesson, PlannedPerson, PlannedTeam } from './planner-types.ts';
import { seededOrder } from './seeded-order.ts';
import { paceOn, slowedTo } from './silence.ts';
import { TeamBoard } from './team-board.ts';
import { TeamSituation } from './team-situation.ts';
import { withoutPlansAhead } from './without-plans-ahead.ts';

export type TeamDay = {
  team: PlannedTeam;
  lessons: readonly PlannableLesson[];
  /** Local date of the team, as 2026-11-23. */
  on: string;
  /** Epoch milliseconds; no mail is due before it. */
  now: number;
  seed: string;
  weights: RelevanceWeights;
};

/**
 * The least gain worth one e-mail, in weeks in which the whole team would recall a fully relevant lesson of stake 1 for certain: a third of a
 * day. It is the price that lets a week go by with nothing sent, and it is low: of a team that can still gain, it must hold nothing back.
 */
export const pricePerMail = 0.05;

/**
 * Who of a team should get which nudge on one local day: again and again the nudge with the greatest weight x need x worth of asking,
 * until the day is full or nothing is worth an e-mail. The worth is an index that looks two years ahead (`worth-of-asking.ts`), the need
 * falls as colleagues are likely to recall already; /evidence says how near this comes to the best possible.
 * Assigned lessons come first, in the order of their module. Pure: the same input gives the same choices.
 */
export function planTeamDay(day: TeamDay): NudgeChoice[] {
  const mornings = new Mornings(day);
  return planAmong(day, mornings, (person) => mornings.isBeforeNextPlan(person), 0);
}

/** The same for some of a team, with what all of it remembers: the others get nothing of this plan. Of the morning's places as many are `taken` by other mail. */
export function planPartOfTeam(
  day: TeamDay,
  isAsked: (person: PlannedPerson) => boolean,
  taken: number,
): NudgeChoice[] {
  const mornings = new Mornings(day);
  return planAmong(day, mornings, (person) => mornings.isBeforeNextPlan(person) && isAsked(person), taken);
}

/** Somebody's mail that asks nothing, and the morning on which it comes. */
export type Welcome = Pick<NudgeChoice, 'personId' | 'localDate' | 'dueAt'>;

/**
 * Who of those to whom a welcome is `owed` gets it with this plan: as many as a morning asks at most, and first whoever has something assigned. What they
 * will be asked is no matter.
 */
export function planWelcomes(day: TeamDay, isOwed: (person: PlannedPerson) => boolean): Welcome[] {
  const { team, on, seed } = day;
  const mornings = new Mornings(day);
  const reached = team.people.filter(
    (person) => isOwed(person) && isEligible(person, person.pace, on) && mornings.isBeforeNextPlan(person),
  );
  const inTurn = seededOrder(reached, ({ id }) => id, `${seed}:${on}`);
  const hasAssigned = (person: PlannedPerson) => nextAssigned(person, team.assignments, on) !== null;
  const assigned = inTurn.filter(hasAssigned);
  const others = inTurn.filter((person) => !hasAssigned(person));
  return [...assigned, ...others]
    .slice(0, mostPeopleADay(team.people.map(({ pace }) => pace)))
    .map((person) => welcomeOf(person, mornings));
}

/**
 * Who of those whom something else is to be asked of gets that with this plan, in place of a question: as many as a morning asks at most, and nobody
 * who has something assigned, which goes first.
 */
export function planAskings(day: TeamDay, isOwed: (person: PlannedPerson) => boolean): Welcome[] {
  const { team, on, seed } = day;
  const mornings = new Mornings(day);
  const reached = team.people.filter(
    (person) =>
      isOwed(person) &&
      nextAssigned(person, team.assignments, on) === null &&
      isEligible(person, paceOn(person, team.assignments, on), on) &&
      mornings.isBeforeNextPlan(person),
  );
  return seededOrder(reached, ({ id }) => id, `${seed}:${on}`)
    .slice(0, mostPeopleADay(team.people.map(({ pace }) => pace)))
    .map((person) => welcomeOf(person, mornings));
}

function welcomeOf(person: PlannedPerson, mornings: Mornings): Welcome {
  const { day, dueAt } = mornings.of(person);
  return { personId: person.id, localDate: day.toString(), dueAt };
}

/**
 * What may still be added to a local day that was planned already, because of something that nobody knew of then: only to whoever `mayGet` it,
 * has had no mail that day, and can have it on that very day. It is as much again as a morning is.
 */
export function planAddition(day: TeamDay, mayGet: (person: PlannedPerson) => boolean): NudgeChoice[] {
  const mornings = new Mornings(day);
  return planAmong(day, mornings, (person) => mornings.isToday(person) && mayGet(person), 0);
}

function planAmong(
  day: TeamDay,
  mornings: Mornings,
  mayGet: (person: PlannedPerson) => boolean,
  taken: number,
): NudgeChoice[] {
  const { team: everybody, on, now, lessons, seed } = day;
  const inPost = everybody.people.filter(({ leavesOn }) => !hasLeft(leavesOn, on));
  const team = { ...everybody, people: inPost.map((person) => withoutPlansAhead(person, now)) };
  const situation = new TeamSituation(team, on, day.weights);
  const board = new TeamBoard(team, now);
  const people = seededOrder(
    team.people.filter((person) => isEligible(person, paceOn(person, team.assignments, on), on) && mayGet(person)),
    (person) => person.id,
    `${seed}:${on}`,
  );
  let open = people.map((person) => new Offers(person, situation, lessons));
  const most = mostPeopleADay(team.people.map((person) => person.pace)) - taken;
  const storiesToday = new Set<string>();
  const choices: NudgeChoice[] = [];
  while (choices.length < most) {
    const best = bestOf(open, board, storiesToday);
    if (!best) break;
    const { candidate } = best;
    const person = personOf(people, candidate.personId);
    choices.push(choiceOf(best, person, mornings.of(person), board.memoryOf(candidate.lesson.id)));
    board.choose(candidate);
    if (candidate.kind === 'case') storiesToday.add(candidate.caseId);
    open = open.filter(({ person }) => person.id !== candidate.personId);
  }
  return choices.sort((a, b) => a.personId - b.personId);
}

/** When this plan's mail reaches whom; worked out once for all who work alike. */
class Mornings {
  private readonly today: Temporal.PlainDate;
  private readonly now: number;
  private readonly nextPlan: Temporal.PlainDate;
  private readonly known = new Map<WorkTime, Morning>();

  constructor({ team, on, now }: TeamDay) {
    this.today = Temporal.PlainDate.from(on);
    this.now = now;
    this.nextPlan = nextWorkingDay(this.today.add({ days: 1 }), team.workTime);
  }

  of({ workTime }: PlannedPerson): Morning {
    const morning = this.known.get(workTime) ?? morningFor(this.today, this.now, workTime);
    this.known.set(workTime, morning);
    return morning;
  }

  /** Whether it reaches somebody on the local day of the plan, where they are. */
  isToday(person: PlannedPerson): boolean {
    return this.of(person).day.equals(this.today);
  }

  /** Whether the mail reaches somebody before the team plans again: whoever is off until then is planned for nearer their own day. */
  isBeforeNextPlan(person: PlannedPerson): boolean {
    return Temporal.PlainDate.compare(this.of(person).day, this.nextPlan) <= 0;
  }
}

type Scored = { candidate: Candidate; gain: number };

/** The first of the best in the order of people and lessons. Candidates are made only where the most that they could gain would make them the best. */
function bestOf(open: readonly Offers[], board: TeamBoard, storiesToday: ReadonlySet<string>): Scored | null {
  let best: Scored | null = null;
  for (const assigned of open.flatMap((offers) => offers.assigned()))
    best = better(best, assigned, board, storiesToday);
  if (best) return best;
  for (const offers of open) {
    for (const lesson of offers.lessons.keys()) {
      const enough: number = best ? best.gain : 0;
      if (!offers.mayGainMore(lesson, enough, board)) continue;
      for (const candidate of offers.candidates(lesson)) best = better(best, candidate, board, storiesToday);
    }
  }
  return best;
}

function better(
  best: Scored | null,
  candidate: Candidate,
  board: TeamBoard,
  storiesToday: ReadonlySet<string>,
): Scored | null {
  const scored = { candidate, gain: board.gainOf(candidate) };
  return mayChoose(scored, storiesToday) && (!best || outranks(scored, best)) ? scored : best;
}

/** Two people of a team do not get the same story on one morning, unless a trainer asked for it: they would talk each other out of answering. */
function mayChoose({ candidate, gain }: Scored, storiesToday: ReadonlySet<string>): boolean {
  if (candidate.occasion.kind === 'assigned') return true;
  if (gain < pricePerMail) return false;
  const repeated = candidate.kind === 'case' && storiesToday.has(candidate.caseId);
  return !repeated || candidate.occasion.kind === 'signal';
}

function outranks(a: Scored, b: Scored): boolean {
  const assigned = Number(isAssigned(a.candidate)) - Number(isAssigned(b.candidate));
  return assigned !== 0 ? assigned > 0 : a.gain > b.gain;
}

function isAssigned({ occasion }: Candidate): boolean {
  return occasion.kind === 'assigned';
}

function choiceOf(
  { candidate, gain }: Scored,
  person: PlannedPerson,
  { day, dueAt }: Morning,
  teamMemory: number,
): NudgeChoice {
  const { personId, kind, lesson, caseId, questionId, occasion, relevance } = candidate;
  const explanation = {
    reasons: relevance.reasons,
    counts: relevance.counts.filter(({ points }) => points > 0),
    score: relevance.score,
    occasion,
    quietDays: relevance.urgency.quietDays,
    witnessRatio: relevance.urgency.witnessRatio,
    teamMemory,
    gain,
    assignmentId: occasion.kind === 'assigned' ? occasion.assignmentId : null,
    // What is assigned comes at the pace they chose, so there is nothing to say of another.
    slowedTo: occasion.kind === 'assigned' ? null : slowedTo(person),
  };
  return { personId, localDate: day.toString(), dueAt, kind, lessonId: lesson.id, caseId, questionId, explanation };
}

function personOf(people: readonly PlannedPerson[], id: number): PlannedPerson {
  const person = people.find((entry) => entry.id === id);
  if (person) return person;
  throw new RangeError(`The plan refers to person ${id}, who may get no mail today.`);
}
