import { z } from 'zod';
import { line, slug } from './primitives.ts';
import { roleIds } from './roles.ts';

/** Lessons in an order, for a trainer to assign. */
export const moduleSchema = z.strictObject({
  title: line(60),
  purpose: line(280, 40),
  audience: z.array(z.enum(roleIds)).min(1, 'name at least one role'),
  minutes: z.number().int().min(5).max(120),
  lessons: z.array(slug).min(3, 'a module has three to six lessons').max(6, 'a module has three to six lessons'),
});

export type ModuleFile = z.infer<typeof moduleSchema>;
