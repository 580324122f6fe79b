import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import chromium from '@sparticuz/chromium';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import sirv from 'sirv';
import { measuredPages } from './page-weights.ts';

const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
];
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** Lighthouse's mobile scores (its own throttling) of the built pages, served compressed as in production. Median of three runs. */
export async function lighthouseScores(): Promise<string[]> {
  const files = sirv('dist/client', { gzip: true, brotli: true });
  const server = createServer((request, response) =>
    files(request, response, () => void response.writeHead(404).end()),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const chromePath =
    process.env['CHROME_PATH'] ??
    (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : await chromium.executablePath());
  const chrome = await launch({ chromePath, chromeFlags: flags, logLevel: 'silent' });
  try {
    const lines: string[] = [];
    for (const [name, path] of Object.entries(measuredPages))
      lines.push(await measure(name, `http://127.0.0.1:${port}${path}`, chrome.port));
    return lines;
  } finally {
    chrome.kill();
    server.close();
  }
}

async function measure(name: string, url: string, port: number): Promise<string> {
  const runs: { scores: number[]; lcp: number; tbt: number; cls: number }[] = [];
  for (let run = 0; run < 3; run += 1) {
    const result = await lighthouse(url, { port, output: 'json', logLevel: 'error', onlyCategories: [...categories] });
    const report = result?.lhr;
    if (!report) throw new Error(`Lighthouse gave no report for ${url}.`);
    const value = (id: string) => report.audits[id]?.numericValue ?? 0;
    runs.push({
      scores: categories.map((category) => Math.round((report.categories[category]?.score ?? 0) * 100)),
      lcp: value('largest-contentful-paint'),
      tbt: value('total-blocking-time'),
      cls: value('cumulative-layout-shift'),
    });
  }
  const median = runs.sort((a, b) => (a.scores[0] ?? 0) - (b.scores[0] ?? 0) || b.lcp - a.lcp)[1];
  if (!median) return `${name}: no result`;
  return `${name.padEnd(8)} ${median.scores.join(' / ')} (performance / accessibility / best practices / SEO), LCP ${(median.lcp / 1000).toFixed(1)} s, TBT ${Math.round(median.tbt)} ms, CLS ${median.cls.toFixed(3)}`;
}
