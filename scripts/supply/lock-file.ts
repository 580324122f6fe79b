import { z } from 'zod';

const entrySchema = z.looseObject({
  name: z.string().optional(),
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  link: z.boolean().optional(),
  license: z.string().optional(),
  hasInstallScript: z.boolean().optional(),
  dev: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});

const lockSchema = z.looseObject({ packages: z.record(z.string(), entrySchema) });

export type LockEntry = z.infer<typeof entrySchema>;
export type LockFile = z.infer<typeof lockSchema>;

/** The text of package-lock.json. @throws ZodError, SyntaxError when it is none. */
export function parseLock(text: string): LockFile {
  return lockSchema.parse(JSON.parse(text));
}

/** Every package in it with its place, such as `node_modules/a/node_modules/b`; without the project itself. */
export function packagesOf(lock: LockFile): [place: string, entry: LockEntry][] {
  return Object.entries(lock.packages).filter(([place]) => place !== '');
}

/** The name that a package has at the registry: `npm:` aliases are called otherwise in their folder. */
export function nameOf(place: string, entry: LockEntry): string {
  return entry.name ?? place.replace(/^.*node_modules\//, '');
}
