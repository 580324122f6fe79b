import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const site = 'dist/client';

export const measuredPages = {
  home: '/',
  library: '/library/',
  case: '/cases/helene-baxter-2024/',
  lesson: '/lessons/one-site-is-one-point/',
} as const;

export type PageWeight = { html: number; css: number; js: number; fonts: number };

const gzipped = (bytes: Buffer) => gzipSync(bytes, { level: 9 }).length;

/** What one page makes a browser fetch before the reader does anything, in bytes: text gzipped, fonts (compressed already) as they are. */
export function weightOf(path: string): PageWeight {
  const html = readFileSync(join(site, path, 'index.html'));
  const text = html.toString('utf8');
  const linked = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))];
  const sum = (paths: string[], size: (bytes: Buffer) => number) =>
    paths.reduce((total, file) => total + size(readFileSync(join(site, file))), 0);
  const styles = linked(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g);
  return {
    html: gzipped(html),
    css: sum(styles, gzipped),
    js: sum(linked(/<script[^>]+src="([^"]+)"/g), gzipped),
    fonts: sum(linked(/<link[^>]+rel="preload"[^>]+href="([^"]+\.woff2)"/g), (bytes) => bytes.length),
  };
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

export async function pageWeights(): Promise<string[]> {
  return Object.entries(measuredPages).map(([name, path]) => {
    const { html, css, js, fonts } = weightOf(path);
    return `${name.padEnd(8)} HTML ${kilobytes(html)}, CSS ${kilobytes(css)}, JS ${kilobytes(js)} (gzip), preloaded fonts ${kilobytes(fonts)}`;
  });
}
