import { highestFirst } from '../choice.ts';
import { Planner } from '../planner.ts';
import type { Desk, Policy } from '../policy.ts';

/** Nodomoto's rule when every person counts alike: weight x worth of asking, the greatest first. */
export const countingPeople = (desk: Desk): Policy => {
  const planner = new Planner(desk);
  const { weight } = desk.organisation;
  const choose = highestFirst(
    desk.organisation,
    'relevant',
    (arm, week, person) => (weight[arm] ?? 0) * planner.worth(arm, week, person),
  );
  return {
    id: 'nodomoto-people',
    choose: (week, allowance) => {
      planner.refit();
      return choose(week, allowance);
    },
    answering: (arm, week, right) => planner.answering(arm, week, right),
    unanswered: (arm, week) => planner.unanswered(arm, week),
    predicts: (arm, week) => planner.predicts(arm, week),
    forget: (person) => planner.forget(person),
  };
};
