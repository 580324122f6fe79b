import { dayMs, retrievability } from '../memory/forgetting-curve.ts';
import { afterReading } from '../memory/reading.ts';
import { teamMemory } from '../memory/team-memory.ts';
import type { Candidate } from './candidates.ts';
import { gainOf, horizonDays, needCurves, type RecallCurve, recallCurve, recallCurveIfSent } from './gain.ts';
import type { PlannedPerson, PlannedTeam } from './world.ts';

/**
 * What doing a step is worth beside remembering its rule, in units of weighted team memory: a rule nobody acts on protects nobody.
 * Twice the price of a mail, so that a step of a relevant lesson is sent and one of a distant lesson is not. Ours, untested.
 */
export const actionWorth = 0.06;

/** A lesson as the team holds it while a morning is planned. */
type LessonBoard = { curves: RecallCurve[]; needs: number[][] };

/** A team's memory as choices are made through one morning. */
export class TeamBoard {
  private readonly team: PlannedTeam;
  private readonly now: number;
  private readonly index: ReadonlyMap<number, number>;
  private readonly lessons = new Map<string, LessonBoard>();
  private readonly ifSent = new Map<Candidate, RecallCurve>();

  constructor(team: PlannedTeam, now: number) {
    this.team = team;
    this.now = now;
    this.index = new Map(team.people.map((person, index) => [person.id, index]));
  }

  /** Gain in weighted team memory from sending this candidate, on top of what was chosen before it today. */
  gainOf(candidate: Candidate): number {
    const { curves, needs } = this.board(candidate.lesson.id);
    const index = this.indexOf(candidate.personId);
    const gain = gainOf(needs[index] ?? [], curves[index] ?? [], this.curveIfSent(candidate));
    const action = isStep(candidate) ? actionWorth : 0;
    return candidate.weight * (gain + action);
  }

  /** Takes a candidate as sent. */
  choose(candidate: Candidate): void {
    const board = this.board(candidate.lesson.id);
    board.curves[this.indexOf(candidate.personId)] = this.curveIfSent(candidate);
    board.needs = needCurves(board.curves);
  }

  /** Chance that enough of the team recall the lesson now, before any of today's mail. */
  memoryOf(lessonId: string): number {
    return teamMemory(this.team.people.map((person) => retrievability(person.memory.get(lessonId) ?? null, this.now)));
  }

  private board(lessonId: string): LessonBoard {
    const known = this.lessons.get(lessonId);
    if (known) return known;
    const curves = this.team.people.map((person) =>
      whileHere(recallCurve(person.memory.get(lessonId) ?? null, this.now, person.record), person, this.now),
    );
    const board = { curves, needs: needCurves(curves) };
    this.lessons.set(lessonId, board);
    return board;
  }

  private curveIfSent(candidate: Candidate): RecallCurve {
    const known = this.ifSent.get(candidate);
    if (known) return known;
    const person = this.person(candidate.personId);
    const memory = person.memory.get(candidate.lesson.id) ?? null;
    const curve = isStep(candidate)
      ? recallCurve(afterReading(memory, this.now), this.now, person.record)
      : recallCurveIfSent(memory, this.now, person.answerRate, person.record);
    const here = whileHere(curve, person, this.now);
    this.ifSent.set(candidate, here);
    return here;
  }

  private person(id: number): PlannedPerson {
    const person = this.team.people[this.indexOf(id)];
    if (person) return person;
    throw new RangeError(`The plan refers to person ${id}, who is not in its team.`);
  }

  private indexOf(id: number): number {
    return this.index.get(id) ?? -1;
  }
}

function isStep({ kind }: Candidate): boolean {
  return kind === 'apply' || kind === 'did-you';
}

/** Whoever will have left by a day of the horizon keeps nothing for the team on that day. */
function whileHere(curve: RecallCurve, person: PlannedPerson, now: number): RecallCurve {
  const { leavesOn, workTime } = person;
  if (!leavesOn) return curve;
  const gone = Temporal.PlainDate.from(leavesOn).add({ days: 1 }).toZonedDateTime(workTime.zone).epochMilliseconds;
  return curve.map((chance, index) => (now + (horizonDays[index] ?? 0) * dayMs < gone ? chance : 0));
}
