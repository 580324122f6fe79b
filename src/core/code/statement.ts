import type { PrincipleNumber } from './principles.ts';

/** What a house says of a principle. */
export const statementStates = ['comply', 'explain', 'not-yet'] as const;

export type StatementState = (typeof statementStates)[number];

/** What is said, and what nobody said: a principle without a statement is missing, and never taken for kept. */
export type PrincipleState = StatementState | 'missing';

export type Statement = { principle: PrincipleNumber; state: StatementState; text: string };
