import { expect, test } from 'vitest';
import { hasComeFurther, mayStillLeave } from './later-state.ts';
import { isFinal, messageStates } from './message-state.ts';

test('a copy of a message with more attempts has come further, whatever its state', () => {
  expect(hasComeFurther({ state: 'planned', attempt: 2 }, { state: 'accepted', attempt: 1 })).toBe(true);
  expect(hasComeFurther({ state: 'accepted', attempt: 1 }, { state: 'planned', attempt: 2 })).toBe(false);
});

test.each([
  ['accepted', 'planned'],
  ['cancelled', 'planned'],
  ['sending', 'claimed'],
  ['deferred', 'sending'],
  ['unknown', 'sending'],
  ['accepted', 'unknown'],
] as const)('within one attempt %s comes after %s', (later, earlier) => {
  expect(hasComeFurther({ state: later, attempt: 1 }, { state: earlier, attempt: 1 })).toBe(true);
  expect(hasComeFurther({ state: earlier, attempt: 1 }, { state: later, attempt: 1 })).toBe(false);
});

test('no message has come further than itself', () => {
  for (const state of messageStates)
    expect(hasComeFurther({ state, attempt: 1 }, { state, attempt: 1 }), state).toBe(false);
});

test('what may still leave is in no final state', () => {
  for (const state of mayStillLeave) expect(isFinal(state), state).toBe(false);
});
