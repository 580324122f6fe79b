import type { RelevanceWeights } from '#core/exposure/weights.ts';
import { nextWorkingDay } from './calendar/calendar.ts';
import { morningFor } from './calendar/planning-day.ts';
import { type Candidate, candidatesFor } from './candidates.ts';
import { isEligible } from './eligibility.ts';
import { mostPeopleADay } from './pace.ts';
import type { NudgeChoice, PlannableLesson, PlannedPerson, PlannedTeam } from './planner-types.ts';
import { seededOrder } from './seeded-order.ts';
import { TeamBoard } from './team-board.ts';
import { TeamSituation } from './team-situation.ts';

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
  const { team: everybody, on, now, lessons, seed } = day;
  const team = { ...everybody, people: everybody.people.filter((person) => !person.leavesOn || on <= person.leavesOn) };
  const situation = new TeamSituation(team, on, day.weights);
  const board = new TeamBoard(team, now);
  const people = seededOrder(
    team.people.filter((person) => isEligible(person, on) && worksBeforeNextPlan(person, day)),
    (person) => person.id,
    `${seed}:${on}`,
  );
  let open = people.flatMap((person) => candidatesFor(person, situation, lessons));
  const most = mostPeopleADay(team.people.map((person) => person.pace));
  const storiesToday = new Set<string>();
  const choices: NudgeChoice[] = [];
  while (choices.length < most) {
    const best = bestOf(open, board, storiesToday);
    if (!best) break;
    const { candidate } = best;
    choices.push(choiceOf(best, day, personOf(people, candidate.personId), board.memoryOf(candidate.lesson.id)));
    board.choose(candidate);
    if (candidate.kind === 'case') storiesToday.add(candidate.caseId);
    open = open.filter((entry) => entry.personId !== candidate.personId);
  }
  return choices.sort((a, b) => a.personId - b.personId);
}

/** Whether this plan's mail reaches somebody before the team plans again: whoever is off until then is planned for nearer their own day. */
function worksBeforeNextPlan(person: PlannedPerson, { team, on, now }: TeamDay): boolean {
  const today = Temporal.PlainDate.from(on);
  const { day } = morningFor(today, now, person.workTime);
  return Temporal.PlainDate.compare(day, nextWorkingDay(today.add({ days: 1 }), team.workTime)) <= 0;
}

type Scored = { candidate: Candidate; gain: number };

function bestOf(open: readonly Candidate[], board: TeamBoard, storiesToday: ReadonlySet<string>): Scored | null {
  let best: Scored | null = null;
  for (const candidate of open) {
    const scored = { candidate, gain: board.gainOf(candidate) };
    if (mayChoose(scored, storiesToday) && (!best || outranks(scored, best))) best = scored;
  }
  return best;
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
  { on, now }: TeamDay,
  person: PlannedPerson,
  teamMemory: number,
): NudgeChoice {
  const { personId, kind, lesson, caseId, questionId, occasion, relevance } = candidate;
  const { day, dueAt } = morningFor(Temporal.PlainDate.from(on), now, person.workTime);
  const explanation = {
    reasons: relevance.reasons,
    occasion,
    quietDays: relevance.urgency.quietDays,
    witnessRatio: relevance.urgency.witnessRatio,
    teamMemory,
    gain,
    assignmentId: occasion.kind === 'assigned' ? occasion.assignmentId : null,
  };
  return { personId, localDate: day.toString(), dueAt, kind, lessonId: lesson.id, caseId, questionId, explanation };
}

function personOf(people: readonly PlannedPerson[], id: number): PlannedPerson {
  const person = people.find((entry) => entry.id === id);
  if (person) return person;
  throw new RangeError(`The plan refers to person ${id}, who may get no mail today.`);
}
