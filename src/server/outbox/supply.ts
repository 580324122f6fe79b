export type Supply<T> = {
  /** The next of what was fetched, fetching more when there is none; `undefined` when there is no more. Who asks meanwhile shares what is being fetched. */
  next: (fetch: () => Promise<readonly T[]>) => Promise<T | undefined>;
  /** The first that fits of what was fetched already. */
  take: (fits: (thing: T) => boolean) => T | undefined;
};

/** Things fetched a few at a time and handed out one by one. */
export function supply<T>(): Supply<T> {
  let left: readonly T[] = [];
  let fetching: Promise<readonly T[]> | null = null;
  const takeFirst = (): T | undefined => {
    const [first, ...others] = left;
    left = others;
    return first;
  };
  return {
    take: (fits) => {
      const index = left.findIndex(fits);
      if (index < 0) return undefined;
      const found = left[index];
      left = left.toSpliced(index, 1);
      return found;
    },
    next: async (fetch) => {
      // Several wait for one fetch, which may be used up before the last of them has its turn.
      while (left.length === 0) {
        const mine = fetching === null;
        fetching ??= fetch().finally(() => (fetching = null));
        const fetched = await fetching;
        if (fetched.length === 0) return undefined;
        if (mine) left = fetched;
      }
      return takeFirst();
    },
  };
}
