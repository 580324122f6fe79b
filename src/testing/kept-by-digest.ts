import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Everything a result follows from: folders or files of source, tests aside, and the settings it is made with. */
export type Inputs = { sources: readonly string[]; settings: unknown };

/**
 * Makes a result once and keeps it below .nodomoto until what it follows from changes: source, settings, packages or Node. A clean clone
 * makes it. Only the newest is kept.
 */
export async function keptByDigest(name: string, inputs: Inputs, make: () => Promise<unknown>): Promise<unknown> {
  const folder = join('.nodomoto', name);
  const file = join(folder, `${digestOf(inputs)}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const text = JSON.stringify(await make());
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, text);
  // Read back, so that the first run looks at the very thing that later runs will.
  return JSON.parse(text);
}

function digestOf({ sources, settings }: Inputs): string {
  const digest = createHash('sha256').update(process.version).update(JSON.stringify(settings));
  for (const file of [...sources.flatMap(sourcesBelow), 'package-lock.json'])
    digest.update(file).update(readFileSync(file));
  return digest.digest('hex');
}

function sourcesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(path, name))
    .sort();
}
