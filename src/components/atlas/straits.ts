import type { Place } from './views.ts';

/** Narrow waters that trade cannot do without. `id` is that of vocabulary/routes.yaml; the label stands over the sea on that side. */
export type Strait = Place & { id: string; side: 'start' | 'end' };

export const straits: readonly Strait[] = [
  { id: 'suez', latitude: 30.4, longitude: 32.35, side: 'end' },
  { id: 'bab-el-mandeb', latitude: 12.6, longitude: 43.3, side: 'start' },
  { id: 'hormuz', latitude: 26.5, longitude: 56.3, side: 'start' },
  { id: 'malacca', latitude: 2.5, longitude: 101.2, side: 'end' },
  { id: 'taiwan-strait', latitude: 24.4, longitude: 119.6, side: 'start' },
  { id: 'panama', latitude: 9.1, longitude: -79.7, side: 'end' },
];
