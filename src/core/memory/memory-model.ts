import { type Curve, usualCurve } from './forgetting-curve.ts';
import { type Practice, usualPractice } from './practice.ts';

/** How memory works in an organisation, as far as its answers tell: five numbers beside the weights of FSRS-6. */
export type MemoryModel = { curve: Curve; practice: Practice };

/** What is believed before there are answers: FSRS-6 with our decay. */
export const usualModel: MemoryModel = { curve: usualCurve, practice: usualPractice };

/** The same text for the same model. */
export function modelKey({ curve, practice }: MemoryModel): string {
  return [curve.decay, curve.scale, curve.growth, practice.spacing, practice.kept].join(' ');
}
