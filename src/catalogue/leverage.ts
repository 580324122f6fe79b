import { z } from 'zod';
import { citations, line } from './primitives.ts';

/**
 * How a state squeezes through supply. Chokepoint and panopticon are the two effects of weaponised interdependence
 * (Farrell and Newman, International Security 44, 2019); market access is the older lever beside them.
 */
export const leverageMechanisms = {
  chokepoint: { label: 'Chokepoint', about: 'It can close a node that others cannot go round.' },
  panopticon: { label: 'Panopticon', about: 'It sees what passes through a node that others must use.' },
  'market-access': { label: 'Market access', about: 'It can shut others out of a market they need.' },
} as const;

/** What the lever looks like to the firm at the other end of it. */
export const leverageInstruments = {
  ban: { label: 'Ban', about: 'Exports or dealings are forbidden.' },
  licence: { label: 'Licence', about: 'Each shipment or buyer needs an approval.' },
  quota: { label: 'Quota', about: 'A fixed amount may leave.' },
  'slow-release': { label: 'Slow release', about: 'Nothing is forbidden; inspections and forms take the time.' },
  listing: { label: 'Listing', about: 'A named firm may not be dealt with.' },
} as const;

type Mechanism = keyof typeof leverageMechanisms;
type Instrument = keyof typeof leverageInstruments;

const mechanismIds: Mechanism[] = ['chokepoint', 'panopticon', 'market-access'];
const instrumentIds: Instrument[] = ['ban', 'licence', 'quota', 'slow-release', 'listing'];

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
