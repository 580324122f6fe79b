import { multiscale } from './multiscale.ts';
import { performanceEquation } from './performance-equation.ts';
import type { FreshTrace } from './trace.ts';
import { wickelgren } from './wickelgren.ts';

/** Worlds of the field trial: how memory truly works in them. None is a chain, and none is of the planner's family. */
export const fieldWorldIds = ['performance-equation', 'multiscale', 'wickelgren'] as const;

export type FieldWorldId = (typeof fieldWorldIds)[number];

export const fieldWorlds: Record<FieldWorldId, { name: string; fresh: FreshTrace }> = {
  'performance-equation': {
    name: 'predictive performance equation (Walsh, Gluck et al. 2018)',
    fresh: performanceEquation,
  },
  multiscale: { name: 'multiscale context model (Mozer et al. 2009)', fresh: multiscale },
  wickelgren: { name: 'Wickelgren power law', fresh: wickelgren },
};
