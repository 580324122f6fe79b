import { waitBeforeNext } from '#core/delivery/pace.ts';

/** Lets mails begin one after the other, whichever lane they go by. */
export type Turns = {
  /** Waits until a mail may begin, and lets `work` choose it: what was written meanwhile is not too late to go first. */
  inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** The mail of this turn begins, and the next turn may come. Without it the turn costs nothing. */
  begin: () => void;
};

/** Where there is no limit, all begin when they like. */
export const unpaced: Turns = { inTurn: (work) => work(), begin: () => undefined };

/** At most `perMinute` mails begin in any minute. `passed` counts milliseconds and cannot be set; `wait` ends early when the run has to stop. */
export function pacedTurns(
  perMinute: number,
  passed: () => number,
  wait: (ms: number) => Promise<void>,
  stopping: AbortSignal,
): Turns {
  let lastBegunAt = passed();
  let lastTurn: Promise<void> = Promise.resolve();
  let endTurn: () => void = () => undefined;
  const untilFree = async () => {
    for (;;) {
      const ms = waitBeforeNext(perMinute, lastBegunAt, passed());
      if (ms === 0 || stopping.aborted) return;
      await wait(ms);
    }
  };
  return {
    inTurn: async (work) => {
      const before = lastTurn;
      const { promise, resolve } = Promise.withResolvers<void>();
      lastTurn = promise;
      await before;
      try {
        await untilFree();
        endTurn = resolve;
        return await work();
      } finally {
        resolve();
      }
    },
    begin: () => {
      lastBegunAt = passed();
      endTurn();
    },
  };
}
