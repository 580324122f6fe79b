import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterAct, type InvitationState, invitationActs, invitationLifeMs, isOpen } from './invitation.ts';

test('whatever is done in whatever order, who declined, was passed over or left never takes part', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...invitationActs), { maxLength: 12 }), (acts) => {
      let state: InvitationState = 'invited';
      const over = new Set<InvitationState>();
      for (const act of acts) {
        const next = afterAct(state, act);
        if (next === null) continue;
        expect(over.has(state)).toBe(false);
        state = next;
        if (state !== 'accepted') over.add(state);
      }
    }),
  );
});

test('an invitation is open from when it was sent until thirty days later', () => {
  const invitation = { state: 'invited', invitedAt: 1000 } as const;
  expect([1000, 999 + invitationLifeMs, 1000 + invitationLifeMs].map((now) => isOpen(invitation, now))).toEqual([
    true,
    true,
    false,
  ]);
});
