import { z } from 'zod';
import { alternatives, type ExposureItem } from './exposure.ts';
import { answers } from './five-questions.ts';
import { leakRoutes } from './leak-routes.ts';

const figure = z.number().nullable();
const words = z.string().nullable();
const answer = z.enum(answers);

/** An item as it stood on some day, kept as JSON. */
export const storedItemSchema: z.ZodType<ExposureItem> = z.object({
  name: z.string(),
  input: words,
  family: words,
  origin: words,
  share: figure,
  suppliers: figure,
  tiersMapped: figure,
  stockDays: figure,
  recoveryDays: figure,
  alternative: z.enum(alternatives).nullable(),
  essential: answer,
  lead: answer,
  leak: answer,
  upheaval: answer,
  testedOn: words,
  revenueShare: figure,
  leakControls: z.array(z.enum(leakRoutes)).nullable(),
  cutOff: answer,
  specialNeed: answer,
});
