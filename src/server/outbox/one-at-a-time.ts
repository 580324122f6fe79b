export type OneAtATime<T> = {
  /** Runs the work, or joins the run that follows the present one: a call made during a run may have come too late for it. */
  run: () => Promise<T>;
  /** Resolves when nothing runs. */
  settled: () => Promise<void>;
};

/** Keeps runs of one piece of work from overlapping. Two senders on one SMTP connection would write into each other's mail. */
export function oneAtATime<T>(work: () => Promise<T>): OneAtATime<T> {
  let running: Promise<T> | null = null;
  let following: Promise<T> | null = null;
  const begin = (): Promise<T> => {
    const run = work().finally(() => {
      if (running === run) running = null;
    });
    running = run;
    return run;
  };
  const follow = (present: Promise<T>): Promise<T> => {
    // Whoever began the present run hears of its failure.
    following ??= present
      .catch(() => undefined)
      .then(() => {
        following = null;
        return begin();
      });
    return following;
  };
  return {
    run: () => (running ? follow(running) : (following ?? begin())),
    settled: async () => {
      while (running ?? following) await Promise.allSettled([running, following]);
    },
  };
}
