import { inSteps } from '#core/privacy/in-steps.ts';
import type { FiguresHeld } from '#core/privacy/smallest-team.ts';
import type { Tally } from '#server/results/tally.ts';
import type { DeskRules } from '../shown-cells.ts';

/** The share recalled later. In steps of ten, and from so many people on as figures of a team need, where no result is shown by name. */
export type ShownRecall = { share: number; exact: { asked: number; recalled: number } | null } | null;

/** What of a team's tally is shown: nothing where its figures are held back, and `held` says why. */
export type ShownTally = { held: FiguresHeld } | { held: null; met: number; answered: number; recall: ShownRecall };

export function shownTally(tally: Tally, held: FiguresHeld | null, rules: DeskRules): ShownTally {
  if (held) return { held };
  return { held, met: tally.met, answered: tally.answered, recall: shownRecall(tally, rules) };
}

function shownRecall({ asked, recalled, askedPeople }: Tally, rules: DeskRules): ShownRecall {
  if (asked === 0) return null;
  if (rules.showByName === 'results') return { share: recalled / asked, exact: { asked, recalled } };
  return askedPeople < rules.smallestTeam ? null : { share: inSteps(recalled / asked), exact: null };
}
