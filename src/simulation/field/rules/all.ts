import type { FieldRule } from '../field-rule.ts';
import { clairvoyant } from './clairvoyant.ts';
import { nodomoto } from './nodomoto.ts';
import { fsrs90, lowestRecall, lowestRecallWeighted, newsletter, nothing, roundRobin } from './simple-rules.ts';

/** Rules that a line or two of code can follow: the planner must be worth more than the best of them. */
export const simpleRules: readonly FieldRule[] = [newsletter, roundRobin, fsrs90, lowestRecall, lowestRecallWeighted];

export const fieldRules: readonly FieldRule[] = [nothing, ...simpleRules, nodomoto, clairvoyant];
