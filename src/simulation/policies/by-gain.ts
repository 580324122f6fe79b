import { averageRecall, outlookOf } from '../belief.ts';
import { highestFirst } from '../choice.ts';
import { never } from '../history.ts';
import type { Desk, Policy } from '../policy.ts';

/** Greatest marginal gain in weighted recall, averaged over the coming weeks (Hunziker et al. 2019), on the assumed model. */
export const greedy = (desk: Desk, weeks: 4 | 13 | 26 | 52): Policy => ({
  id: `greedy-${weeks}`,
  choose: highestFirst(
    desk.organisation,
    'relevant',
    (arm, week, person) =>
      (desk.organisation.weight[arm] ?? 0) *
      desk.history.answerRate(person) *
      gainIfAnswered(desk, arm, week, weeks * 7),
  ),
});

/** By how much an answer now raises recall, averaged over the next `span` days. */
export function gainIfAnswered({ history }: Desk, arm: number, week: number, span: number): number {
  const { right, ifRight, ifWrong } = outlookOf(history, arm, week);
  const met = history.metIn[arm] ?? never;
  const unsent = met === never ? 0 : averageRecall(history.stability[arm] ?? 0, 7 * (week - met), span);
  return right * averageRecall(ifRight, 0, span) + (1 - right) * averageRecall(ifWrong, 0, span) - unsent;
}
