import { setImmediate as nextRound } from 'node:timers/promises';

let last: Promise<unknown> = Promise.resolve();

/**
 * Waits until it is the caller's turn: each round of the event loop gives one, in the order in which they were asked for. Whoever has long work to
 * do asks after each piece of it, so that of many such only one piece keeps the loop at a time, and whatever else came in goes between. One for
 * the process, as its event loop is.
 */
export function nextTurn(): Promise<void> {
  const turn = last.then(() => nextRound());
  last = turn;
  return turn;
}

/** Milliseconds of work after which others have their turn. */
const longestPiece = 8;

/** Asks for a turn only when so much has been worked since the last: most pieces are shorter than a turn is worth. `passed` counts milliseconds. */
export function turnWhenDue(passed: () => number): () => Promise<void> {
  let began = passed();
  return async () => {
    if (passed() - began < longestPiece) return;
    await nextTurn();
    began = passed();
  };
}
