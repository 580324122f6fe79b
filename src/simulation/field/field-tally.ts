import { enoughOf, teamMemory } from '#core/memory/team-memory.ts';

export type FieldOutcome = {
  /** Weighted by what lessons truly weigh, averaged over weeks, 0 to 1: a person's recall, and that at least two of a team recall. */
  recall: number;
  teamMemory: number;
  mailsPerPersonWeek: number;
  /** Share of mails that were about a step. */
  steps: number;
};

/** Adds up what a trial came to, a team and a lesson at a time. */
export class FieldTally {
  private recall = 0;
  private team = 0;
  private weight = 0;
  private personWeeks = 0;
  private mails = 0;
  private steps = 0;

  /** One lesson in one team: what each member recalls of it, and what it weighs for them. A team's memory weighs their mean. */
  lesson(members: readonly { recall: number; weight: number }[]): void {
    const weight = members.reduce((sum, member) => sum + member.weight, 0);
    const recalls = members.map(({ recall }) => recall);
    this.recall += members.reduce((sum, member) => sum + member.weight * member.recall, 0);
    this.team += weight * teamMemory(recalls, enoughOf(recalls.length));
    this.weight += weight;
  }

  week(people: number): void {
    this.personWeeks += people;
  }

  mail(isStep: boolean): void {
    this.mails += 1;
    if (isStep) this.steps += 1;
  }

  outcome(): FieldOutcome {
    return {
      recall: this.recall / this.weight,
      teamMemory: this.team / this.weight,
      mailsPerPersonWeek: this.mails / this.personWeeks,
      steps: this.mails === 0 ? 0 : this.steps / this.mails,
    };
  }
}
