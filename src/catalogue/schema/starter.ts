import { z } from 'zod';
import { line, slug } from './primitives.ts';
import { roleIds } from './roles.ts';

/** Something bought: a word of vocabulary/inputs, and what firms call it. */
const item = z.strictObject({ input: slug, name: line(60) });

const sectorStarter = z.strictObject({
  /** A word of vocabulary/sectors. */
  sector: slug,
  items: z.array(item).min(8, 'name at least 8 items').max(12, 'name at most 12 items'),
  routes: z.array(slug),
  systems: z.array(slug),
});

/** What a role looks after besides the list of its sector. */
const roleStarter = z.strictObject({
  role: z.enum(roleIds),
  items: z.array(item).min(1, 'name at least one item'),
  systems: z.array(slug),
});

/** What a team of a sector, or a person of a role, usually depends on: a list to strike from. */
export const starterSchema = z.union([sectorStarter, roleStarter]);

/** `content/vocabulary/starters.yaml`. */
export const startersFileSchema = z.array(starterSchema).min(1);

export type Starter = z.infer<typeof starterSchema>;
