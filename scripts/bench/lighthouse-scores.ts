import { serveFolder } from '../build/serve-folder.ts';
import { type Lighthouse, medianRun, withLighthouse } from './lighthouse-runs.ts';
import { measuredPages } from './page-weights.ts';

const runsEach = 5;

/** Lighthouse's mobile scores of the built pages, served compressed as in production. The median of five runs by LCP. */
export async function lighthouseScores(): Promise<string[]> {
  const site = await serveFolder('dist/client');
  try {
    return await withLighthouse(async (measure) => {
      const lines: string[] = [];
      for (const [name, path] of Object.entries(measuredPages))
        lines.push(await lineFor(name, `${site.url}${path}`, measure));
      return lines;
    });
  } finally {
    site.close();
  }
}

async function lineFor(name: string, url: string, measure: Lighthouse): Promise<string> {
  const runs = [];
  for (let run = 0; run < runsEach; run += 1) runs.push(await measure(url));
  const { scores, lcp, tbt, cls, bytes } = medianRun(runs);
  return `${name.padEnd(8)} ${scores.join(' / ')} (performance / accessibility / best practices / SEO), LCP ${seconds(lcp)}, TBT ${Math.round(tbt)} ms, CLS ${cls.toFixed(3)}, ${Math.round(bytes / 1000)} kB with fonts`;
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;
