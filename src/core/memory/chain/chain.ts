/** A state with the chance of moving there. */
export type Target = readonly [state: number, chance: number];

/** Where each state goes, row by row: the targets of state s are entries `from[s]` to `from[s + 1]`. */
export type Moves = { from: Int32Array; to: Int32Array; chance: Float64Array };

/**
 * The memory of one lesson in one person as a finite chain, one step a week. State 0 is a lesson never met. A question, if answered, is
 * answered at the start of a week and right with `rightChance`; then the week passes; `recall` is the chance at the week's end. The
 * moves hold both, so that simulating and bounding use the very same process.
 */
export type Chain = {
  states: number;
  recall: Float64Array;
  rightChance: Float64Array;
  quiet: Moves;
  right: Moves;
  wrong: Moves;
  /** After an e-mail that was read and not answered. */
  read: Moves;
  /** After an answer, be it right or wrong: the two weighed by their chances. */
  answered: Moves;
};

export const unmet = 0;

/** Chance that somebody who has never met a lesson answers its first question right; about the pre-test score of Kerfoot's trials (45 to 48 %). */
export const firstAnswerRight = 0.5;

/** One state of a chain as a world describes it. */
export type StateRule = {
  recall: number;
  quiet: readonly Target[];
  right: readonly Target[];
  wrong: readonly Target[];
  read: readonly Target[];
};

export function chainOf(states: number, ruleOf: (state: number) => StateRule): Chain {
  const rules = Array.from({ length: states }, (_, state) => ruleOf(state));
  const recall = Float64Array.from(rules, (rule) => rule.recall);
  const rightChance = Float64Array.from(rules, (rule, state) => (state === unmet ? firstAnswerRight : rule.recall));
  return {
    states,
    recall,
    rightChance,
    quiet: movesOf(rules.map((rule) => rule.quiet)),
    right: movesOf(rules.map((rule) => rule.right)),
    wrong: movesOf(rules.map((rule) => rule.wrong)),
    read: movesOf(rules.map((rule) => rule.read)),
    answered: movesOf(rules.map((rule, state) => weighed(rule, rightChance[state] ?? 0))),
  };
}

function weighed(rule: StateRule, right: number): Target[] {
  return [
    ...rule.right.map(([state, chance]): Target => [state, chance * right]),
    ...rule.wrong.map(([state, chance]): Target => [state, chance * (1 - right)]),
  ];
}

/** Packs rows, joining targets that are the same state and dropping those without a chance. */
function movesOf(rows: readonly (readonly Target[])[]): Moves {
  const merged = rows.map((row) => {
    const chances = new Map<number, number>();
    for (const [state, chance] of row) if (chance > 0) chances.set(state, (chances.get(state) ?? 0) + chance);
    return [...chances];
  });
  const from = new Int32Array(rows.length + 1);
  merged.forEach((row, index) => {
    from[index + 1] = (from[index] ?? 0) + row.length;
  });
  const targets = merged.flat();
  return {
    from,
    to: Int32Array.from(targets, ([state]) => state),
    chance: Float64Array.from(targets, ([, chance]) => chance),
  };
}

/** What follows an e-mail that is answered with a chance of `answerRate` and read otherwise. */
export function afterMail({ answered, read, states }: Chain, answerRate: number): Moves {
  const row = ({ from, to, chance }: Moves, state: number, share: number): Target[] =>
    Array.from({ length: (from[state + 1] ?? 0) - (from[state] ?? 0) }, (_, index) => {
      const entry = (from[state] ?? 0) + index;
      return [to[entry] ?? 0, share * (chance[entry] ?? 0)];
    });
  return movesOf(
    Array.from({ length: states }, (_, state) => [
      ...row(answered, state, answerRate),
      ...row(read, state, 1 - answerRate),
    ]),
  );
}

/** The state reached from `state` by a random number in [0, 1). */
export function move(moves: Moves, state: number, random: number): number {
  const start = moves.from[state] ?? 0;
  const last = (moves.from[state + 1] ?? 0) - 1;
  let left = random;
  for (let entry = start; entry < last; entry += 1) {
    left -= moves.chance[entry] ?? 0;
    if (left < 0) return moves.to[entry] ?? 0;
  }
  return moves.to[last] ?? 0;
}

/** Whether a state leads to one other for certain, so that no random number is needed. */
export function isCertain(moves: Moves, state: number): boolean {
  return (moves.from[state + 1] ?? 0) - (moves.from[state] ?? 0) === 1;
}
