import type { PrincipleNumber } from './principles.ts';
import { principles } from './principles.ts';
import type { PrincipleState, Statement } from './statement.ts';

/** Which way a principle went from one year to the next; *new* where nothing was said the year before, *gone* where nothing is said any more. */
export type ShiftKind = 'forward' | 'back' | 'same' | 'new' | 'gone' | 'missing';

export type PrincipleShift = {
  principle: PrincipleNumber;
  before: PrincipleState;
  now: PrincipleState;
  shift: ShiftKind;
};

/** From the nearest to keeping a principle. An explain is a choice with its reason; "not yet" says that something is owed. */
const farFromKept = { comply: 0, explain: 1, 'not-yet': 2 } as const;

function shiftOf(before: PrincipleState, now: PrincipleState): ShiftKind {
  if (before === 'missing') return now === 'missing' ? 'missing' : 'new';
  if (now === 'missing') return 'gone';
  const step = farFromKept[before] - farFromKept[now];
  if (step === 0) return 'same';
  return step > 0 ? 'forward' : 'back';
}

/** Two years side by side, principle by principle. */
export function shiftBetween(before: readonly Statement[], now: readonly Statement[]): PrincipleShift[] {
  const stateIn = (year: readonly Statement[], number: PrincipleNumber): PrincipleState =>
    year.find(({ principle }) => principle === number)?.state ?? 'missing';
  return principles.map(({ number }) => {
    const states = { before: stateIn(before, number), now: stateIn(now, number) };
    return { principle: number, ...states, shift: shiftOf(states.before, states.now) };
  });
}
