import { default_w } from 'ts-fsrs';

/** Where the decay stands among the 21 weights of FSRS-6 (w20). */
const decayIndex = 20;

/**
 * How steeply memory falls, w20. The published default, 0.1542, is fitted on people who study daily and keep coming back; somebody who
 * reads one case at work surely forgets faster, so this is the steeper 0.5 of FSRS-5. docs/decisions/0003 weighs the two.
 */
export const decay = 0.5;

/** FSRS-6 weights: the published defaults with our decay. */
export const weights: readonly number[] = default_w.map((weight, index) => (index === decayIndex ? decay : weight));
