import { everyoneShare, horizonDays } from '#core/planning/need.ts';
import { armsInScope } from '../choice.ts';
import { Planner } from '../planner.ts';
import type { Allowance, Desk, Policy } from '../policy.ts';
import { TeamNeeds } from '../team-needs.ts';

/**
 * Nodomoto's rule for teams: weight x need x worth of asking, again and again the greatest, where the need for one person's recall falls as
 * colleagues are likely to recall already. After each choice the needs of that team for that lesson are counted anew.
 */
export const countingTeams = (desk: Desk, price: number): Policy => {
  const planner = new Planner(desk);
  return {
    id: price > 0 ? 'nodomoto-priced' : 'nodomoto',
    choose: (week, allowance) => {
      planner.refit();
      return new Morning(desk, planner, week, price).choose(allowance);
    },
    answering: (arm, week, right) => planner.answering(arm, week, right),
    unanswered: (arm, week) => planner.unanswered(arm, week),
    predicts: (arm, week) => planner.predicts(arm, week),
    forget: (person) => planner.forget(person),
  };
};

type Best = { arm: number; gain: number };

class Morning {
  private readonly desk: Desk;
  private readonly price: number;
  private readonly needs: TeamNeeds;
  private readonly worth: Float64Array;
  private readonly open: Int32Array[];

  constructor(desk: Desk, planner: Planner, week: number, price: number) {
    const { organisation } = desk;
    this.desk = desk;
    this.price = price;
    this.open = armsInScope(organisation, 'relevant').map((arms) =>
      arms.filter((arm) => (organisation.introducedIn[arm % organisation.lessons] ?? 0) <= week),
    );
    this.worth = new Float64Array(organisation.people * organisation.lessons);
    this.open.forEach((arms, person) => {
      for (const arm of arms) this.worth[arm] = (organisation.weight[arm] ?? 0) * planner.worth(arm, week, person);
    });
    this.needs = new TeamNeeds(
      organisation,
      everyoneShare(desk.mailsPerPersonWeek),
      horizonDays,
      this.open,
      (arm, days) => planner.recall(arm, week, days),
    );
  }

  choose(allowance: Allowance): number[] {
    const { lessons, teamOf, members } = this.desk.organisation;
    const left = this.open.map(() => allowance.perPerson);
    const asked = new Set<number>();
    const best = this.open.map((_, person) => this.bestOf(person, asked));
    const chosen: number[] = [];
    while (chosen.length < allowance.total) {
      const person = greatest(best, left);
      const arm = best[person]?.arm;
      if (arm === undefined) break;
      chosen.push(arm);
      asked.add(arm);
      left[person] = (left[person] ?? 0) - 1;
      this.needs.ask(arm);
      const lesson = arm % lessons;
      for (const member of members[teamOf[person] ?? 0] ?? [])
        if (member === person || (best[member]?.arm ?? -1) % lessons === lesson)
          best[member] = this.bestOf(member, asked);
    }
    return chosen;
  }

  /** Needs of a team only fall within a morning, so whoever's best is another lesson keeps it. */
  private bestOf(person: number, asked: ReadonlySet<number>): Best | null {
    let best: Best | null = null;
    for (const arm of this.open[person] ?? []) {
      if (asked.has(arm)) continue;
      const gain = (this.worth[arm] ?? 0) * this.needs.of(arm);
      if (gain > (best?.gain ?? this.price)) best = { arm, gain };
    }
    return best;
  }
}

function greatest(best: readonly (Best | null)[], left: readonly number[]): number {
  let person = -1;
  for (const [index, entry] of best.entries())
    if (entry && (left[index] ?? 0) > 0 && entry.gain > (best[person]?.gain ?? 0)) person = index;
  return person;
}
