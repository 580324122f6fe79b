import { dayMs } from '#core/memory/forgetting-curve.ts';

/** How it stands with a firm that the house invited. *ended*: it took part, and left. */
export const invitationStates = ['invited', 'accepted', 'declined', 'withdrawn', 'ended'] as const;

export type InvitationState = (typeof invitationStates)[number];

export const invitationActs = ['accept', 'decline', 'withdraw', 'end'] as const;

export type InvitationAct = (typeof invitationActs)[number];

const steps: Readonly<Record<InvitationState, Partial<Record<InvitationAct, InvitationState>>>> = {
  invited: { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' },
  accepted: { end: 'ended' },
  declined: {},
  withdrawn: {},
  ended: {},
};

/** What an act makes of a state; `null` where it is not possible there. */
export function afterAct(state: InvitationState, act: InvitationAct): InvitationState | null {
  return steps[state][act] ?? null;
}

/** How long a link may be answered: somebody may be on holiday, or have to ask her own head of department. */
export const invitationLifeMs = 30 * dayMs;

/** For so long an address that declined is not asked again, by nobody of the house. */
export const refusalMs = 365 * dayMs;

/** Whether an invitation may still be answered. */
export function isOpen({ state, invitedAt }: { state: InvitationState; invitedAt: number }, now: number): boolean {
  return state === 'invited' && now < invitedAt + invitationLifeMs;
}
