import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every HTML file of the built site. */
export function pagesBelow(site: string): string[] {
  return readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .sort()
    .map((name) => join(site, name));
}
