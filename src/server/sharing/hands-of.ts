import { z } from 'zod';
import { type SharedPiece, signerSchema } from '#core/sharing/shared-file.ts';
import { fingerprintOf } from './fingerprint.ts';

/** Whoever wrote a piece or handed it on, as they call themselves; `at` is when they say they did (ISO). */
export type Hand = { organisation: string; key: string; fingerprint: string; at: string };

const handSchema = z.object({ by: signerSchema, at: z.string() });

/** Its source first. Of statements whose signatures were found to hold. */
export function handsOf(shared: SharedPiece): Hand[] {
  return shared.map(({ statement }) => {
    const { by, at } = handSchema.parse(JSON.parse(statement));
    return { ...by, fingerprint: fingerprintOf(by.key), at };
  });
}
