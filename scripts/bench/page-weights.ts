import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const site = 'dist/client';

/** The kinds of page the README quotes figures of, by the name the output gives them. */
export const measuredPages = {
  home: '/',
  library: '/library/',
  case: '/cases/helene-baxter-2024/',
  lesson: '/lessons/one-site-is-one-point/',
  compare: '/compare/one-site-is-one-point/aisin-fire-1997--helene-baxter-2024/',
  sector: '/sectors/motor/',
} as const;

/** Bytes: `html`, `css` and `js` gzipped, `preloadedFonts` as they are, because a font is compressed already. */
export type PageWeight = { html: number; css: number; js: number; preloadedFonts: number };

const gzipped = (bytes: Buffer) => gzipSync(bytes, { level: 9 }).length;

/** The attributes of every start tag of that name, in whatever order they stand. */
function tagsOf(html: string, name: string): Map<string, string>[] {
  return [...html.matchAll(new RegExp(`<${name}\\b([^>]*)>`, 'gi'))].map(
    ([, attributes = '']) =>
      new Map(
        [...attributes.matchAll(/([^\s=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)].map(
          ([, attribute = '', double, single, bare]) => [attribute.toLowerCase(), double ?? single ?? bare ?? ''],
        ),
      ),
  );
}

/** A script and every script it imports before it can run. What it imports later, by `import()`, is not fetched at once. */
function withImports(path: string, met = new Set<string>()): Set<string> {
  if (met.has(path)) return met;
  met.add(path);
  const code = readFileSync(join(site, path), 'utf8');
  for (const [, from = ''] of code.matchAll(/\b(?:from|import)\s*["'](\.{0,2}\/[^"']+\.js)["']/g))
    withImports(new URL(from, `http://site${path}`).pathname, met);
  return met;
}

/**
 * What a page's HTML asks a browser for before the reader does anything: its linked styles, its scripts with their
 * imports, and the fonts it preloads. Styles and scripts that stand inside the page count as HTML. Fonts that only
 * the CSS names are fetched after the first words are painted, wherever a page shows a letter of them.
 */
export function weightOf(path: string): PageWeight {
  const html = readFileSync(join(site, path, 'index.html'));
  const text = html.toString('utf8');
  const links = tagsOf(text, 'link');
  const linked = (rel: string) => links.filter((link) => link.get('rel') === rel);
  const styles = linked('stylesheet').map((link) => link.get('href') ?? '');
  if (styles.length === 0 && !text.includes('<style>'))
    throw new Error(`${path} has no style: its weight would be too good to be true.`);
  const scripts = tagsOf(text, 'script').flatMap((script) => script.get('src') ?? []);
  const fonts = linked('preload').flatMap((link) => (link.get('as') === 'font' ? (link.get('href') ?? []) : []));
  const sum = (paths: Iterable<string>, size: (bytes: Buffer) => number) =>
    [...new Set(paths)].reduce((total, file) => total + size(readFileSync(join(site, file))), 0);
  return {
    html: gzipped(html),
    css: sum(styles, gzipped),
    js: sum(
      scripts.flatMap((script) => [...withImports(script)]),
      gzipped,
    ),
    preloadedFonts: sum(fonts, (bytes) => bytes.length),
  };
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** One line for each measured page, and one that says what the fonts leave out. */
export async function pageWeights(): Promise<string[]> {
  const lines = Object.entries(measuredPages).map(([name, path]) => {
    const { html, css, js, preloadedFonts } = weightOf(path);
    return `${name.padEnd(8)} HTML ${kilobytes(html)}, CSS ${kilobytes(css)}, JS ${kilobytes(js)} (gzip), preloaded fonts ${kilobytes(preloadedFonts)}`;
  });
  return [
    ...lines,
    'Not counted: fonts that only the CSS names (Inter, Newsreader italic), and what is fetched later.',
  ];
}
