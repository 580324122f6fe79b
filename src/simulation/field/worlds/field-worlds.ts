import type { FieldWorldId } from '#core/evidence/field-evidence.ts';
import { contextualFluctuation } from './contextual-fluctuation.ts';
import { memoryChain } from './memory-chain.ts';
import { multiscale } from './multiscale.ts';
import { performanceEquation } from './performance-equation.ts';
import type { FreshTrace } from './trace.ts';
import { wickelgren } from './wickelgren.ts';

/** How memory truly works in each world of the field trial. None is a chain, and none is of the planner's family. */
export const fieldWorlds: Record<FieldWorldId, FreshTrace> = {
  'performance-equation': performanceEquation,
  multiscale,
  wickelgren,
  // These two were written when the rule was frozen, by somebody who had not seen it; nothing was changed for them.
  'memory-chain': memoryChain,
  'contextual-fluctuation': contextualFluctuation,
};
