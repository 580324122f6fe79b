import { z } from 'zod';

/** A setting left blank is a setting not made. */
export const blankAsAbsent = (value: unknown) => (value === '' ? undefined : value);

export const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankAsAbsent, schema.optional());
