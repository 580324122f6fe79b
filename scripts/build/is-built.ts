import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder } from '#catalogue/read/content-folder.ts';
import { digestOfFiles } from './digest-of-files.ts';
import { browserAtHand } from './find-browser.ts';

/** Holds the digest of what a build was made of. Looking at it must stay light: every start does, and loads no builder when nothing changed. */
export const builtMark = join('dist', 'built-from');

/** What the built site depends on; a change in any of them asks for a new build. */
const sources = [
  contentFolder,
  'public',
  'src',
  'scripts/build',
  'scripts/build.ts',
  'scripts/demo',
  'astro.config.mjs',
  'package-lock.json',
  'tsconfig.json',
];

/** A digest of every source file, of the address the pages name as their own, and of the browser that prints: fonts come with the lock file. */
export function sourceDigest(siteUrl: string): string {
  return digestOfFiles(sources, [siteUrl, browserAtHand()]);
}

export function isBuilt(siteUrl: string): boolean {
  return existsSync(builtMark) && readFileSync(builtMark, 'utf8') === sourceDigest(siteUrl);
}
