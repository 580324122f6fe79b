import { believedRecall } from '../belief.ts';
import { chance, uses } from '../chance.ts';
import { highestFirst } from '../choice.ts';
import type { Desk, Policy } from '../policy.ts';

/** Policies that look at believed recall alone. All but the weighted one know only which lessons concern whom. */
export const lowestRecall = ({ organisation, history }: Desk): Policy => ({
  id: 'lowest-recall',
  choose: highestFirst(organisation, 'relevant', (arm, week) => 1 - believedRecall(history, arm, week)),
});

export const lowestRecallWeighted = ({ organisation, history }: Desk): Policy => ({
  id: 'lowest-recall-weighted',
  choose: highestFirst(
    organisation,
    'relevant',
    (arm, week) => (organisation.weight[arm] ?? 0) * (1 - believedRecall(history, arm, week)),
  ),
});

/** FSRS as it is commonly used: whatever has fallen to the wished-for recall is due, the lowest first. */
export const fsrsThreshold = ({ organisation, history }: Desk, percent: 90 | 80 | 70): Policy => ({
  id: `fsrs-${percent}`,
  choose: highestFirst(organisation, 'relevant', (arm, week) => {
    const recall = believedRecall(history, arm, week);
    return recall <= percent / 100 ? 1 - recall : 0;
  }),
});

/** MEMORIZE (Tabibian et al. 2019) under a budget: lessons are drawn at random in proportion to 1 - recall. */
export const memorize = ({ organisation, history, seed }: Desk): Policy => ({
  id: 'memorize',
  choose: highestFirst(organisation, 'relevant', (arm, week) => {
    const random = chance(seed, uses.policy, arm, week);
    return (1 - believedRecall(history, arm, week)) / -Math.log(Math.max(random, 1e-9));
  }),
});
