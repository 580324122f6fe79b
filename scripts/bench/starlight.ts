import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CatalogueCase } from '#catalogue/catalogue.ts';
import { findCase } from '#catalogue/catalogue.ts';
import { splitFrontMatter } from '#catalogue/front-matter.ts';
import { readContent } from '#catalogue/read/read-content.ts';
import { compressFiles } from '../build/compress-files.ts';
import { serveFolder } from '../build/serve-folder.ts';
import { type LighthouseRun, medianRun, withLighthouse } from './lighthouse-runs.ts';

const starlight = '0.42.4';
const sharp = '0.35.5';
const slug = 'helene-baxter-2024';
const path = `/cases/${slug}/`;
const runsEach = 5;

/**
 * The story of one case as a page of Starlight, Astro's own documentation theme, against our page of it, which carries figures, a timeline,
 * a drawing and a quiz on top. Both behind the same server, compressed alike, loaded in turns in one browser.
 */
export async function besideStarlight(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-starlight-'));
  try {
    await buildStarlight(folder);
    return await compare(join(folder, 'dist'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function buildStarlight(folder: string): Promise<void> {
  const entry = findCase(readContent('content'), slug);
  const page = join(folder, 'src', 'content', 'docs', 'cases', `${slug}.md`);
  mkdirSync(join(page, '..'), { recursive: true });
  writeFileSync(page, asMarkdown(entry));
  for (const [name, text] of Object.entries(project)) writeFileSync(join(folder, name), text);
  const run = (command: string, ...inputs: string[]) => execFileSync(command, inputs, { cwd: folder, stdio: 'pipe' });
  run('npm', 'install', '--no-audit', '--no-fund', '--silent');
  run('npx', 'astro', 'build', '--silent');
  await compressFiles(join(folder, 'dist'));
}

const own = JSON.parse(readFileSync('package.json', 'utf8')).dependencies;

/** What `npm create astro -- --template starlight` lays out, with our version of Astro. */
const project = {
  'package.json': JSON.stringify({
    type: 'module',
    dependencies: { astro: own.astro, '@astrojs/starlight': starlight, sharp },
  }),
  'astro.config.mjs': `import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({ site: 'http://localhost:4321', integrations: [starlight({ title: 'Cases' })] });`,
  'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };`,
};

function asMarkdown(entry: CatalogueCase): string {
  const story = splitFrontMatter(readFileSync(`content/cases/${slug}/index.mdx`, 'utf8'))?.body ?? '';
  const text = story.replaceAll(/<[A-Z]\w*[^>]*\/>/g, '');
  const sources = entry.sources.map(({ publisher, title, url }) => `1. ${publisher}: [${title}](${url})`);
  const head = `---\ntitle: ${JSON.stringify(entry.title)}\ndescription: ${JSON.stringify(entry.dek)}\n---`;
  return [head, text, '## Sources', sources.join('\n')].join('\n\n');
}

async function compare(starlightFolder: string): Promise<string[]> {
  const [ours, theirs] = await Promise.all([serveFolder('dist/client'), serveFolder(starlightFolder)]);
  try {
    return await withLighthouse(async (measure) => {
      const runs: { ours: LighthouseRun[]; theirs: LighthouseRun[] } = { ours: [], theirs: [] };
      for (let run = 0; run < runsEach; run += 1) {
        runs.ours.push(await measure(`${ours.url}${path}`));
        runs.theirs.push(await measure(`${theirs.url}${path}`));
      }
      return report(medianRun(runs.ours), medianRun(runs.theirs));
    });
  } finally {
    ours.close();
    theirs.close();
  }
}

function report(ours: LighthouseRun, theirs: LighthouseRun): string[] {
  const line = (name: string, { lcp, scores, html, css, js, fonts, bytes }: LighthouseRun) =>
    `${name.padEnd(17)} LCP ${(lcp / 1000).toFixed(2)} s, performance ${scores[0]}; HTML ${kB(html)}, CSS ${kB(css)}, JS ${kB(js)}, fonts ${kB(fonts)}, all ${kB(bytes)}`;
  const words = (run: LighthouseRun) => run.html + run.css + run.js;
  return [
    line('Nodomoto', ours),
    line(`Starlight ${starlight}`, theirs),
    `Ours to theirs: LCP ${(ours.lcp / theirs.lcp).toFixed(2)}, HTML + CSS + JS ${(words(ours) / words(theirs)).toFixed(2)}, with fonts ${(ours.bytes / theirs.bytes).toFixed(2)}`,
  ];
}

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
