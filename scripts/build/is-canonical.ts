import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether a built page names its own address as the one to know it by. A sheet for printing names none; a page that waits for its translation
 * names the English one; what
 * the server makes on demand has no file. Search engines are told of the others only through these.
 */
export function isCanonical(site: string, address: string): boolean {
  const { pathname } = new URL(address);
  const file = join(site, decodeURI(pathname), 'index.html');
  if (!existsSync(file)) return false;
  return /<link rel="canonical" href="([^"]*)"/.exec(readFileSync(file, 'utf8'))?.[1] === address;
}
