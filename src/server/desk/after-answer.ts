/** Work that is done once the answer to a request has gone out, one piece after the other. */
export type AfterAnswer = {
  add: (work: () => Promise<void>) => void;
  /** All that was added is done. */
  settled: () => Promise<void>;
};

/** `pause` lets the answer go out first, and lasts now longer, now shorter: no clock of whoever asks can tell what the work was. */
export function workAfterAnswer(pause: () => Promise<void>, failed: (err: unknown) => void): AfterAnswer {
  let last: Promise<void> = Promise.resolve();
  return {
    add: (work) => {
      const paused = pause();
      last = last
        .then(() => paused)
        .then(work)
        .catch(failed);
    },
    settled: () => last,
  };
}
