import { type PrincipleNumber, principles } from '#core/code/principles.ts';

type Basis = (typeof principles)[number]['basis'];

/** What a principle rests on. */
export function basisOf(number: PrincipleNumber): Basis {
  return principles.find((principle) => principle.number === number)?.basis ?? 'governance';
}
