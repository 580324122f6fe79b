/** What an owner says of a safeguard: kept as it stands, not any more, or in another form. */
export const ownersAnswers = ['kept', 'not-kept', 'changed'] as const;

export type OwnersAnswer = (typeof ownersAnswers)[number];
