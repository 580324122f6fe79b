/** What an answer leaves behind, where that is not what FSRS-6 says. */
export type Practice = {
  /** How much waiting before the question adds to what a right answer leaves: 1 as in FSRS-6, 0 nothing. */
  spacing: number;
  /** How much of a memory outlives a wrong answer, whose explanation is read at once: 0 as in FSRS-6, 1 all of it. */
  kept: number;
};

export const usualPractice: Practice = { spacing: 1, kept: 0 };

const spacings = [1, 0.5, 0] as const;
const keptShares = [0, 0.4, 0.8] as const;

/** Every practice that answers are held against. A memory is folded from its answers anew for each, so they are few. */
export const practices: readonly Practice[] = spacings.flatMap((spacing) =>
  keptShares.map((kept) => ({ spacing, kept })),
);

/** Recall at which a question is taken to have been asked where waiting makes no difference. */
export const askedInTime = 0.8;

/** Between what a right answer leaves after the wait there was and what it leaves when asked in time, in days of stability. */
export function leftByRight({ spacing }: Practice, afterTheWait: number, inTime: number): number {
  return afterTheWait ** spacing * inTime ** (1 - spacing);
}

/** Between what FSRS-6 says a wrong answer leaves and what there was before it, in days of stability. */
export function leftByWrong({ kept }: Practice, lapsed: number, before: number): number {
  return lapsed ** (1 - kept) * before ** kept;
}
