import { type Candidate, candidatesFor } from './candidates.ts';
import { wantedForms } from './meeting-form.ts';
import { nextAssigned } from './next-assigned.ts';
import type { NudgeKind } from './nudge-kinds.ts';
import type { PastNudge, PlannableLesson, PlannedPerson } from './planner-types.ts';
import type { TeamBoard } from './team-board.ts';
import type { TeamSituation } from './team-situation.ts';

/**
 * Everything one person could be sent today. Of many lessons few are worth most to anybody, so a candidate is made only when it is looked at;
 * the most it could gain is known before.
 */
export class Offers {
  readonly person: PlannedPerson;
  readonly lessons: readonly PlannableLesson[];
  private readonly situation: TeamSituation;
  /** By lesson, in their order: the candidates that were looked at, the most that one could weigh, and the kinds there could be. */
  private readonly made: (readonly Candidate[] | undefined)[];
  private readonly mostWeight: readonly number[];
  private readonly kinds: readonly (readonly NudgeKind[])[];

  constructor(person: PlannedPerson, situation: TeamSituation, lessons: readonly PlannableLesson[]) {
    this.person = person;
    this.situation = situation;
    this.lessons = lessons;
    const pastOf = Map.groupBy(person.past, (nudge) => nudge.lessonId);
    this.made = lessons.map(() => undefined);
    this.mostWeight = lessons.map((lesson) => situation.mostWeight(lesson, person.role));
    this.kinds = lessons.map(({ id }) => kindsOpen(pastOf.get(id), situation.on));
  }

  /** The lesson that a trainer assigned and that comes next, if any. */
  assigned(): readonly Candidate[] {
    const { team, on } = this.situation;
    const next = nextAssigned(this.person, team.assignments, on);
    const index = next ? this.lessons.findIndex(({ id }) => id === next.lessonId) : -1;
    return index < 0 ? [] : this.candidates(index);
  }

  /** The candidates of the lesson at `index`, in their order. */
  candidates(index: number): readonly Candidate[] {
    const lesson = this.lessons[index];
    if (!lesson) return [];
    const made = this.made[index] ?? candidatesFor(this.person, this.situation, [lesson]);
    this.made[index] = made;
    return made;
  }

  /** Whether a candidate of the lesson at `index` could gain more than this. It never says no where one does. */
  mayGainMore(index: number, than: number, board: TeamBoard): boolean {
    const lesson = this.lessons[index];
    if (!lesson) return false;
    const made = this.made[index];
    if (made) return made.length > 0;
    const weight = this.mostWeight[index] ?? 0;
    for (const kind of this.kinds[index] ?? story)
      if (board.gainOf({ personId: this.person.id, lesson, kind, weight }) > than) return true;
    return false;
  }
}

const story: readonly NudgeKind[] = ['case'];

/** The kinds in which a lesson may come, and perhaps more of them: news asks for a story whatever the turn. */
function kindsOpen(past: readonly PastNudge[] | undefined, on: string): readonly NudgeKind[] {
  return past ? [...story, ...wantedForms(past, on, false)] : story;
}
