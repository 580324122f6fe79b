import { readingShare } from '#core/memory/reading.ts';
import { enoughOf, teamMemory } from '#core/memory/team-memory.ts';
import { instantAt } from './calendar/zone-clock.ts';
import type { Candidate } from './candidates.ts';
import { everyoneShare, meanMailsAWeek, needs, onceAsked, type RecallCurve, recallAt, recallCurve } from './need.ts';
import { asksForStep } from './nudge-kinds.ts';
import type { PlannedPerson, PlannedTeam } from './planner-types.ts';
import { type WorthTable, worthOfAsking } from './worth-of-asking.ts';

/**
 * What doing a step is worth, in weeks of certain recall. A team needs its step done once: each further member adds less, as 1, 1/2, 1/3. It
 * teaches little, so it is worth no more than a question that would add little: it takes the mails that memory can spare. In the field
 * trial steps of eight weeks took a quarter of all mail and an eighth of what the team recalled with it; at this worth they are six mails in
 * a hundred, and team memory stays above the best simple rule in every world. That a step done protects, no world of memory can show. Ours.
 */
export const actionWorth = 0.8;

/** Asking whoever promised a step whether they did it: the promise is half the way. */
const followUpWorth = actionWorth / 2;

/** A step is for whoever recalls its lesson, in a team that remembers it: chances of recall at which acting comes before asking. */
const readyToAct = { person: 0.65, team: 0.65 } as const;

/** A lesson as the team holds it while a morning is planned. */
type LessonBoard = { curves: RecallCurve[]; needs: readonly number[]; asked: number[] };

/** What of a candidate its gain depends on. */
export type Weighed = Pick<Candidate, 'personId' | 'lesson' | 'kind' | 'weight'>;

/** Chance of recall of a lesson never met: `recallAt` without a memory. */
const recallOfUnmet = 0;

/** A team's memory as choices are made through one morning. */
export class TeamBoard {
  private readonly team: PlannedTeam;
  private readonly now: number;
  private readonly worth: WorthTable;
  private readonly everyone: number;
  private readonly index: ReadonlyMap<number, number>;
  /** How each person stands with any lesson they never met. */
  private readonly unmet: readonly RecallCurve[];
  private readonly lessons = new Map<string, LessonBoard>();
  private stepsOf: Map<string, number> | null = null;
  private readonly memories = new Map<string, number>();
  private nobodyKnows: LessonBoard | null = null;

  constructor(team: PlannedTeam, now: number) {
    this.team = team;
    this.now = now;
    this.worth = team.worth;
    this.everyone = everyoneShare(meanMailsAWeek(team.people.map(({ pace }) => pace)));
    this.index = new Map(team.people.map((person, index) => [person.id, index]));
    this.unmet = team.people.map((person) => recallCurve(() => recallOfUnmet, now, goneBy(person)));
  }

  /** Gain in weighted team memory from sending this candidate, on top of what was chosen before it today, in weeks of certain recall. */
  gainOf(candidate: Weighed): number {
    const index = this.indexOf(candidate.personId);
    const board = this.board(candidate.lesson.id);
    const need = board.needs[index] ?? 0;
    return candidate.weight * (need * this.worthOf(candidate, board, index) + this.worthOfDoing(candidate));
  }

  /** Takes a candidate as sent. */
  choose(candidate: Candidate): void {
    if (isStep(candidate)) {
      this.steps.set(candidate.lesson.id, this.stepsSent(candidate.lesson.id) + 1);
      return;
    }
    const board = this.board(candidate.lesson.id);
    const index = this.indexOf(candidate.personId);
    board.curves[index] = onceAsked(board.curves[index] ?? []);
    board.needs = needs(board.curves, this.everyone);
  }

  /** Chance that enough of the team recall the lesson now, before any of today's mail. */
  memoryOf(lessonId: string): number {
    const known = this.memories.get(lessonId);
    if (known !== undefined) return known;
    const { people, model } = this.team;
    const chances = people.map((person) => recallAt(model, person, lessonId, this.now));
    const memory = teamMemory(chances, enoughOf(people.length));
    this.memories.set(lessonId, memory);
    return memory;
  }

  private worthOfDoing({ kind, lesson, personId }: Weighed): number {
    if (kind === 'did-you') return followUpWorth;
    if (kind !== 'apply' || !this.isReadyToAct(lesson.id, personId)) return 0;
    return actionWorth / (1 + this.stepsSent(lesson.id));
  }

  private isReadyToAct(lessonId: string, personId: number): boolean {
    if (this.memoryOf(lessonId) < readyToAct.team) return false;
    return recallAt(this.team.model, this.person(personId), lessonId, this.now) >= readyToAct.person;
  }

  private get steps(): Map<string, number> {
    this.stepsOf ??= stepsSentIn(this.team);
    return this.stepsOf;
  }

  /** How many of the team were sent the step of a lesson, today's choices included. */
  private stepsSent(lessonId: string): number {
    return this.steps.get(lessonId) ?? 0;
  }

  /** The same all morning: only needs change as others are chosen. */
  private worthOf(candidate: Weighed, { asked: known }: LessonBoard, index: number): number {
    const asked = known[index] ?? this.worthOfAsking(candidate);
    known[index] = asked;
    // A step asks nothing of memory: it is read, and done or not.
    return isStep(candidate) ? readingShare * asked : asked;
  }

  private worthOfAsking({ personId, lesson }: Weighed): number {
    const { memory, answerRate } = this.person(personId);
    return worthOfAsking(this.worth, memory.get(lesson.id) ?? null, this.now, answerRate);
  }

  private board(lessonId: string): LessonBoard {
    const known = this.lessons.get(lessonId);
    if (known) return known;
    const board = this.team.people.some(({ memory }) => memory.has(lessonId))
      ? this.boardOf(lessonId)
      : this.boardOfUnknown(lessonId);
    this.lessons.set(lessonId, board);
    return board;
  }

  private boardOf(lessonId: string): LessonBoard {
    const curves = this.team.people.map((person, index) =>
      person.memory.has(lessonId) ? this.curveOf(person, lessonId) : (this.unmet[index] ?? []),
    );
    return { curves, needs: needs(curves, this.everyone), asked: [] };
  }

  /** Lessons that nobody of the team has met stand alike, so that the needs are worked out once. */
  private boardOfUnknown(lessonId: string): LessonBoard {
    this.nobodyKnows ??= this.boardOf(lessonId);
    const { curves, needs } = this.nobodyKnows;
    return { curves: [...curves], needs, asked: [] };
  }

  private curveOf(person: PlannedPerson, lessonId: string): RecallCurve {
    return recallCurve((at) => recallAt(this.team.model, person, lessonId, at), this.now, goneBy(person));
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

/** How many of a team were sent the step of each lesson, in one walk over all mail there was: lesson by lesson it would be walked as often as there are lessons. */
function stepsSentIn({ people }: PlannedTeam): Map<string, number> {
  const sent = new Map<string, number>();
  for (const { past } of people) {
    const lessons = new Set<string>();
    for (const { kind, lessonId } of past) if (kind === 'apply') lessons.add(lessonId);
    for (const lessonId of lessons) sent.set(lessonId, (sent.get(lessonId) ?? 0) + 1);
  }
  return sent;
}

function isStep({ kind }: Weighed): boolean {
  return asksForStep(kind);
}

/** The midnight that ends somebody's last day in the team, in epoch milliseconds. */
function goneBy({ leavesOn, workTime }: PlannedPerson): number | undefined {
  if (!leavesOn) return undefined;
  return instantAt(Temporal.PlainDate.from(leavesOn).add({ days: 1 }).toPlainDateTime(), workTime.zone);
}
