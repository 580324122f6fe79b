import { expect, test } from 'vitest';
import { mayStep } from './message-state.ts';
import { settledAs } from './settling.ts';

test('however a message of unknown fate is settled, it takes a step that it may take', () => {
  for (const state of Object.values(settledAs)) expect(mayStep('unknown', state), state).toBe(true);
});
