/** Gives back the turn; more than once does nothing more. */
export type EndTurn = () => void;

/** One writer at a time, in the order in which they came. */
export function writeTurns(): { take: () => Promise<EndTurn> } {
  const waiting: (() => void)[] = [];
  let taken = false;
  const pass = () => {
    const next = waiting.shift();
    if (next) next();
    else taken = false;
  };
  const endTurn = (): EndTurn => {
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      pass();
    };
  };
  return {
    take: async () => {
      if (taken) await new Promise<void>((resolve) => waiting.push(resolve));
      taken = true;
      return endTurn();
    },
  };
}
