import { enoughOf, teamMemory } from '#core/memory/team-memory.ts';
import type { Organisation } from './organisation.ts';

/** What one run of one policy came to. */
export type Outcome = {
  /** Weighted recall summed over weeks and arms: what the bound bounds. */
  total: number;
  recall: number;
  teamMemory: number;
  mailsPerPersonWeek: number;
  worstDecile: number;
  quietWeeks: number;
};

type TeamLesson = { arms: readonly number[]; weight: number; introducedIn: number };

/** Adds up recall, team memory and e-mails, week by week. */
export class Tally {
  private readonly organisation: Organisation;
  private readonly teamLessons: readonly TeamLesson[];
  private readonly recallOfPerson: Float64Array;
  private readonly weightOfPerson: Float64Array;
  private team = 0;
  private teamWeight = 0;
  private mails = 0;
  private quiet = 0;
  private personWeeks = 0;

  constructor(organisation: Organisation) {
    this.organisation = organisation;
    this.teamLessons = teamLessonsOf(organisation);
    this.recallOfPerson = new Float64Array(organisation.people);
    this.weightOfPerson = new Float64Array(organisation.people);
  }

  week(week: number, recallOf: (arm: number) => number, mailsTo: Int32Array): void {
    const { lessons } = this.organisation;
    for (const { arms, weight, introducedIn } of this.teamLessons) {
      if (introducedIn > week) continue;
      const chances = arms.map(recallOf);
      this.team += weight * teamMemory(chances, enoughOf(chances.length));
      this.teamWeight += weight;
      arms.forEach((arm, index) => {
        const person = Math.floor(arm / lessons);
        this.recallOfPerson[person] = (this.recallOfPerson[person] ?? 0) + weight * (chances[index] ?? 0);
        this.weightOfPerson[person] = (this.weightOfPerson[person] ?? 0) + weight;
      });
    }
    for (const mails of mailsTo) {
      this.mails += mails;
      this.personWeeks += 1;
      if (mails === 0) this.quiet += 1;
    }
  }

  outcome(): Outcome {
    const total = sum(this.recallOfPerson);
    const averages = this.recallOfPerson.map((recall, person) => recall / (this.weightOfPerson[person] ?? 1));
    const worst = averages.toSorted().slice(0, Math.max(1, Math.round(averages.length / 10)));
    return {
      total,
      recall: total / sum(this.weightOfPerson),
      teamMemory: this.team / this.teamWeight,
      mailsPerPersonWeek: this.mails / this.personWeeks,
      worstDecile: sum(worst) / worst.length,
      quietWeeks: this.quiet / this.personWeeks,
    };
  }
}

/** Each lesson that concerns a team, with the arms of its members; a team is of one role, so they weigh the same. */
function teamLessonsOf({ members, lessons, weight, introducedIn }: Organisation): TeamLesson[] {
  return members.flatMap((people) =>
    Array.from({ length: lessons }, (_, lesson) => ({
      arms: people.map((person) => person * lessons + lesson),
      weight: weight[(people[0] ?? 0) * lessons + lesson] ?? 0,
      introducedIn: introducedIn[lesson] ?? 0,
    })).filter((entry) => entry.weight > 0),
  );
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
