import { expect, test } from 'vitest';
import { fieldWorldIds } from '#core/evidence/field-evidence.ts';
import { fieldWorlds } from './field-worlds.ts';
import type { Trace } from './trace.ts';

const right = { recalled: true, share: 1 };
const met = (fresh: Trace, days: readonly number[]) => days.reduce((trace, day) => trace.after(day, right), fresh);

test.each(fieldWorldIds)('in world %s what was never met is not recalled', (id) => {
  expect(fieldWorlds[id](1).recallOn(100)).toBe(0);
});

test.each(fieldWorldIds)(
  'in world %s recall falls with time, and one answer leaves about as much as elsewhere',
  (id) => {
    const once = met(fieldWorlds[id](1), [0]);
    const recalls = [1, 7, 30, 91, 365].map((day) => once.recallOn(day));
    expect(recalls.toSorted((a, b) => b - a)).toEqual(recalls);
    expect(once.recallOn(7)).toBeGreaterThan(0.72);
    expect(once.recallOn(7)).toBeLessThan(0.9);
    expect(once.recallOn(91)).toBeGreaterThan(0.3);
    expect(once.recallOn(91)).toBeLessThan(0.5);
  },
);

test.each(fieldWorldIds)('in world %s three meetings a month apart last longer than three in one week', (id) => {
  const apart = met(fieldWorlds[id](1), [0, 30, 60]);
  const massed = met(fieldWorlds[id](1), [54, 57, 60]);
  expect(apart.recallOn(180)).toBeGreaterThan(massed.recallOn(180));
});

test.each(fieldWorldIds)(
  'in world %s whoever keeps things twice as long recalls more, and reading teaches less than answering',
  (id) => {
    const fresh = fieldWorlds[id];
    expect(met(fresh(2), [0]).recallOn(60)).toBeGreaterThan(met(fresh(1), [0]).recallOn(60));
    const once = met(fresh(1), [0]);
    const read = once.after(60, { recalled: false, share: 0.3 }).recallOn(120);
    expect(read).toBeGreaterThanOrEqual(once.recallOn(120));
    expect(read).toBeLessThan(once.after(60, right).recallOn(120));
  },
);
