/** Why an address gets no mail: it is not there, its mailbox takes nothing for now, its owner called our mail unwanted. */
export const suppressionKinds = ['hard', 'soft', 'complaint'] as const;

export type SuppressionKind = (typeof suppressionKinds)[number];
