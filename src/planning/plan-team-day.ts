import { retrievability } from '../memory/forgetting-curve.ts';
import { teamMemory } from '../memory/team-memory.ts';
import { morningFor } from './calendar.ts';
import { type Candidate, candidatesFor, mayGetMail } from './candidates.ts';
import { lessonValue, recallCurve, recallCurveIfSent } from './gain.ts';
import { mostPeopleADay } from './pace.ts';
import { seededOrder } from './seeded-order.ts';
import type { NudgeChoice, PlannableLesson, PlannedPerson, PlannedTeam } from './world.ts';

export type TeamDay = {
  team: PlannedTeam;
  lessons: readonly PlannableLesson[];
  /** Local date of the team, as 2026-11-23. */
  on: string;
  /** Epoch milliseconds; no mail is due before it. */
  now: number;
  seed: string;
};

/**
 * The least gain worth one e-mail: three hundredths of a fully relevant lesson of stake 1, held by the whole team, averaged over a
 * quarter. It is the price that lets a week go by with nothing sent.
 */
export const pricePerMail = 0.03;

/**
 * Who of a team should get which nudge on one local day. Greedy: again and again the nudge with the
 * greatest gain in weighted team memory, until the day is full or nothing is worth an e-mail. Greedy is within
 * 3 % of the best known policy here and has a guarantee for concave gains (Hunziker et al. 2019; learning.md 2.6).
 * Assigned lessons come first, in the order of their module. Pure: the same input gives the same choices.
 */
export function planTeamDay(day: TeamDay): NudgeChoice[] {
  const board = new TeamBoard(day);
  const people = seededOrder(
    day.team.people.filter((person) => mayGetMail(person, day.on)),
    (person) => person.id,
    `${day.seed}:${day.on}`,
  );
  const open = new Map(people.map((person) => [person.id, candidatesFor(person, day.team, day.lessons, day.on)]));
  const most = mostPeopleADay(day.team.people.map((person) => person.pace));
  const choices: NudgeChoice[] = [];
  while (choices.length < most) {
    const best = bestCandidate(people, open, board);
    if (!best) break;
    choices.push(board.choose(best.candidate, best.gain));
    open.delete(best.candidate.personId);
  }
  return choices.sort((a, b) => a.personId - b.personId);
}

type Scored = { candidate: Candidate; gain: number };

function bestCandidate(
  people: readonly PlannedPerson[],
  open: ReadonlyMap<number, Candidate[]>,
  board: TeamBoard,
): Scored | null {
  let best: Scored | null = null;
  for (const person of people) {
    for (const candidate of open.get(person.id) ?? []) {
      const gain = board.gainOf(candidate, person);
      if (!board.mayChoose(candidate, gain)) continue;
      if (!best || outranks({ candidate, gain }, best)) best = { candidate, gain };
    }
  }
  return best;
}

function outranks(a: Scored, b: Scored): boolean {
  const assigned = Number(a.candidate.assignmentId !== null) - Number(b.candidate.assignmentId !== null);
  return assigned !== 0 ? assigned > 0 : a.gain > b.gain;
}

/** The team's memory of each lesson as choices are made through one morning. */
class TeamBoard {
  private readonly day: TeamDay;
  private readonly curves = new Map<string, Map<number, number[]>>();
  private readonly storiesToday = new Set<string>();

  constructor(day: TeamDay) {
    this.day = day;
    for (const lesson of day.lessons) {
      const perPerson = day.team.people.map(
        (person) => [person.id, recallCurve(person.memory.get(lesson.id) ?? null, day.now)] as const,
      );
      this.curves.set(lesson.id, new Map(perPerson));
    }
  }

  /** Gain in weighted team memory from sending this candidate, on top of what was chosen before it today. */
  gainOf(candidate: Candidate, person: PlannedPerson): number {
    const lesson = this.lesson(candidate.lessonId);
    const curves = this.curvesOf(candidate.lessonId);
    const before = lessonValue([...curves.values()]);
    const raised = new Map(curves).set(person.id, this.curveIfSent(candidate, person));
    return lesson.stake * candidate.relevance.score * (lessonValue([...raised.values()]) - before);
  }

  /** Two people of a team do not get the same story on one morning: they would talk each other out of answering. */
  mayChoose(candidate: Candidate, gain: number): boolean {
    if (candidate.assignmentId !== null) return true;
    if (candidate.kind === 'case' && this.storiesToday.has(candidate.caseId)) return false;
    return gain >= pricePerMail;
  }

  choose(candidate: Candidate, gain: number): NudgeChoice {
    const { team, now, on } = this.day;
    const person = this.person(candidate.personId);
    const chances = team.people.map((member) => retrievability(member.memory.get(candidate.lessonId) ?? null, now));
    this.curvesOf(candidate.lessonId).set(person.id, this.curveIfSent(candidate, person));
    if (candidate.kind === 'case') this.storiesToday.add(candidate.caseId);
    const { day, dueAt } = morningFor(Temporal.PlainDate.from(on), now, { zone: person.zone, at: team.mailTime });
    const { personId, kind, lessonId, caseId, questionId, assignmentId } = candidate;
    const explanation = { reasons: candidate.relevance.reasons, teamMemory: teamMemory(chances), gain, assignmentId };
    return { personId, localDate: day.toString(), dueAt, kind, lessonId, caseId, questionId, explanation };
  }

  private curveIfSent(candidate: Candidate, person: PlannedPerson): number[] {
    return recallCurveIfSent(person.memory.get(candidate.lessonId) ?? null, this.day.now, person.answerRate);
  }

  private lesson(id: string): PlannableLesson {
    return present(
      this.day.lessons.find((lesson) => lesson.id === id),
      `lesson ${id}`,
    );
  }

  private person(id: number): PlannedPerson {
    return present(
      this.day.team.people.find((person) => person.id === id),
      `person ${id}`,
    );
  }

  private curvesOf(lessonId: string): Map<number, number[]> {
    return present(this.curves.get(lessonId), `lesson ${lessonId}`);
  }
}

function present<T>(value: T | undefined, what: string): T {
  if (value !== undefined) return value;
  throw new RangeError(`The plan refers to ${what}, which is not in its input.`);
}
