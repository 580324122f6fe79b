import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { z } from 'zod';
import { startHeld } from '../build/find-browser.ts';

const flags = ['--headless=new', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];

/** Half seconds that a browser may take to answer, before the next way to hold it is tried. */
const patience = 30;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** What one load of a page showed. Times in milliseconds; bytes as they went over the wire, by what they were, and all. */
export type LighthouseRun = {
  scores: number[];
  lcp: number;
  tbt: number;
  cls: number;
  html: number;
  css: number;
  js: number;
  fonts: number;
  bytes: number;
};

export type Lighthouse = (url: string) => Promise<LighthouseRun>;

/** Opens one browser for Lighthouse's mobile test, with its own throttling (150 ms, 1.6 Mbps, a processor four times slower). */
export async function withLighthouse<T>(use: (measure: Lighthouse) => Promise<T>): Promise<T> {
  const { started: chrome } = await startHeld(({ path, env }, sandbox) =>
    launch({
      chromePath: path,
      chromeFlags: sandbox ? flags : [...flags, '--no-sandbox'],
      envVars: { ...process.env, ...env },
      maxConnectionRetries: patience,
      logLevel: 'silent',
    }),
  );
  try {
    return await use((url) => loadOnce(url, chrome.port));
  } finally {
    chrome.kill();
  }
}

async function loadOnce(url: string, port: number): Promise<LighthouseRun> {
  const result = await lighthouse(url, { port, output: 'json', logLevel: 'error', onlyCategories: [...categories] });
  const report = result?.lhr;
  if (!report) throw new Error(`Lighthouse gave no report for ${url}.`);
  const value = (id: string) => report.audits[id]?.numericValue ?? 0;
  const bytes = wireBytes(report.audits['network-requests']?.details);
  return {
    scores: categories.map((category) => Math.round((report.categories[category]?.score ?? 0) * 100)),
    lcp: value('largest-contentful-paint'),
    tbt: value('total-blocking-time'),
    cls: value('cumulative-layout-shift'),
    html: bytes('Document'),
    css: bytes('Stylesheet'),
    js: bytes('Script'),
    fonts: bytes('Font'),
    bytes: value('total-byte-weight'),
  };
}

/** Adds up the requests of one kind in Lighthouse's list of them. */
function wireBytes(details: unknown): (kind: string) => number {
  const { items } = requestList.parse(details);
  return (kind) => items.filter((item) => item.resourceType === kind).reduce((sum, item) => sum + item.transferSize, 0);
}

const requestList = z.object({
  items: z.array(z.object({ resourceType: z.string().optional(), transferSize: z.number().default(0) })),
});

/** The run in the middle by LCP. */
export function medianRun(runs: readonly LighthouseRun[]): LighthouseRun {
  const middle = [...runs].sort((a, b) => a.lcp - b.lcp)[Math.floor(runs.length / 2)];
  if (!middle) throw new RangeError('there is no median of no runs');
  return middle;
}
