import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { describe, expect, it } from 'vitest';
import type { Source } from './dead-classes.ts';
import { deadClasses } from './dead-classes.ts';

/** What draws pages. The words of the interface are prose, and would mention any class. */
const folders = [
  'src/styles',
  'src/components',
  'src/layouts',
  'src/islands',
  'src/pages',
  'src/site',
  'src/server/brief/drawn',
  'content',
];

const sourcesBelow = (folder: string): Source[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(astro|css|mdx|tsx?)$/.test(entry.name) && !/\.test\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path, readFileSync(path, 'utf8')]);

describe('a class selector', () => {
  it('has markup or a script that names its class, everywhere in the site', () => {
    expect(deadClasses(folders.flatMap(sourcesBelow))).toEqual([]);
  });

  it('is dead when only prose or another style names its class', () => {
    const page = '<p class="note">danger</p>\n<style>\n.note { top: 0 }\n.danger { top: 0 }\n</style>';
    expect(
      deadClasses([
        ['a.astro', page],
        ['a.css', '@layer base { .note.danger:hover { top: 0.5rem } }'],
      ]),
    ).toEqual(['a.astro .danger', 'a.css .danger']);
  });

  it('lives by a name put together, and by a script that sets it', () => {
    const script = 'const level = `heat-$' + "{warmth}`; list.classList.add('empty');";
    expect(
      deadClasses([
        ['a.ts', script],
        ['a.css', '.heat-3, .empty { top: 0 }'],
      ]),
    ).toEqual([]);
  });
});
