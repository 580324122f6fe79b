import { z } from 'zod';
import { type Pace, paces } from '#core/planning/pace.ts';
import type { OpenNudge } from './open-nudge.ts';

const slowedSchema = z.object({ slowedTo: z.enum(paces).nullable().default(null) });

/** The pace to which silence had slowed somebody's mail when this one was planned, unless they have answered it or chosen a pace since. */
export function slowedNow({ nudge, person, answer }: OpenNudge): Pace | null {
  const { slowedTo } = slowedSchema.parse(JSON.parse(nudge.explanation));
  const chosenSince = person.pace_chosen_on !== null && person.pace_chosen_on >= nudge.local_date;
  return answer || chosenSince ? null : slowedTo;
}
