import { z } from 'zod';
import { citations, line } from './primitives.ts';

/**
 * How a state squeezes through supply. Chokepoint and panopticon are the two effects of weaponised interdependence
 * (Farrell and Newman, International Security 44, 2019); market access is the older lever beside them. What each is called
 * stands with the words of the interface, in its languages.
 */
const mechanismIds = ['chokepoint', 'panopticon', 'market-access'] as const;
/** What the lever looks like to the firm at the other end of it. */
const instrumentIds = ['ban', 'licence', 'quota', 'slow-release', 'listing'] as const;

/** Who could squeeze whom, by which node: asked of every case of state coercion. */
export const leverageSchema = z.strictObject({
  mechanism: z.enum(mechanismIds, `choose ${mechanismIds.join(', ')}`),
  instruments: z.array(z.enum(instrumentIds, `choose from ${instrumentIds.join(', ')}`)).min(1, 'name an instrument'),
  wielder: line(60),
  target: line(60),
  node: line(140, 15),
  sources: citations,
});

export type Leverage = z.infer<typeof leverageSchema>;
