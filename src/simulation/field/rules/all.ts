import type { FieldRuleId } from '#core/evidence/field-evidence.ts';
import type { FieldRule } from '../field-rule.ts';
import { clairvoyant } from './clairvoyant.ts';
import { nodomoto } from './nodomoto.ts';
import { fsrs90, lowestRecall, lowestRecallWeighted, newsletter, nothing, roundRobin } from './simple-rules.ts';

export const fieldRules: Record<FieldRuleId, FieldRule> = {
  nothing,
  newsletter,
  'round-robin-relevant': roundRobin,
  'fsrs-90': fsrs90,
  'lowest-recall': lowestRecall,
  'lowest-recall-weighted': lowestRecallWeighted,
  nodomoto,
  clairvoyant,
};
