import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { languageOfPath } from '#i18n/languages.ts';
import { weightOf } from '../../scripts/bench/page-weights.ts';
import { openBrowser } from '../../scripts/build/find-browser.ts';

const url = inject('productUrl');

type Seen = {
  path: string;
  status: number;
  headings: number;
  lang: string;
  title: string;
  policy: string;
  links: string[];
  ids: string[];
  imagesWithoutAlt: number;
};

let browser: Browser;
const seen = new Map<string, Seen>();
const foreignRequests = new Set<string>();
const complaints: string[] = [];

/** Reads off a page what the rules below ask about. */
async function look(page: Page, path: string): Promise<Seen> {
  const reply = await page.goto(`${url}${path}`);
  const read = await page.evaluate(() => ({
    headings: document.querySelectorAll('h1').length,
    lang: document.documentElement.lang,
    title: document.title,
    policy: document.querySelector('meta[http-equiv="content-security-policy" i]')?.getAttribute('content') ?? '',
    links: [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? ''),
    ids: [...document.querySelectorAll('[id]')].map((element) => element.id),
    imagesWithoutAlt: document.querySelectorAll('img:not([alt])').length,
  }));
  return { path, status: reply?.status() ?? 0, ...read };
}

const isStaticPage = (path: string) =>
  path.startsWith('/') && !/^\/(desk|inbox|n|u)(\/|$)/.test(path) && !/\.\w+$/.test(path);

beforeAll(async () => {
  browser = await openBrowser();
  const page = await browser.newPage();
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url())) foreignRequests.add(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`);
  });
  const waiting = ['/'];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (seen.has(path)) continue;
    const found = await look(page, path);
    seen.set(path, found);
    for (const link of found.links) {
      const target = link.split(/[?#]/, 1)[0] ?? '';
      if (isStaticPage(target) && !seen.has(target)) waiting.push(target);
    }
  }
});

afterAll(async () => {
  await browser.close();
});

describe('every page that can be reached', () => {
  it('is found: there are at least sixty, and none is missing', () => {
    expect(seen.size).toBeGreaterThan(60);
    expect([...seen.values()].filter((page) => page.status !== 200).map((page) => page.path)).toEqual([]);
  });

  it('has one h1, a language, a title of its own, and alternative text', () => {
    const pages = [...seen.values()];
    expect(pages.filter((page) => page.headings !== 1).map((page) => page.path)).toEqual([]);
    expect(pages.filter((page) => page.lang !== languageOfPath(page.path)).map((page) => page.path)).toEqual([]);
    expect(pages.filter((page) => page.imagesWithoutAlt > 0).map((page) => page.path)).toEqual([]);
    expect(new Set(pages.map((page) => `${page.lang} ${page.title}`)).size).toBe(pages.length);
  });

  it('links only to places that exist, down to the fragment', () => {
    const broken = [...seen.values()].flatMap((page) =>
      page.links
        .filter((link) => link.includes('#'))
        .filter((link) => {
          const [path = '', fragment = ''] = link.split('#');
          const target = path === '' ? page : seen.get(path);
          return fragment !== '' && target !== undefined && !target.ids.includes(decodeURIComponent(fragment));
        })
        .map((link) => `${page.path} -> ${link}`),
    );
    expect(broken).toEqual([]);
  });

  it('asks no other host for anything, and gives the browser nothing to complain of', () => {
    expect([...foreignRequests]).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('carries its content security policy, under every spelling of its address', async () => {
    expect(
      [...seen.values()].filter((page) => !page.policy.includes("script-src 'self'")).map((page) => page.path),
    ).toEqual([]);
    for (const path of seen.keys()) {
      const bare = path.replace(/\/$/, '');
      for (const alias of [bare || '/', `${bare}/`, `${bare}/index.html`]) {
        const text = await (await fetch(`${url}${alias}`)).text();
        expect(text, alias).toMatch(/<meta http-equiv="content-security-policy"/i);
      }
    }
  });
});

describe('an address that does not exist', () => {
  it.each(['/nothing-here', '/cases/nothing/', '/desk-of-somebody', '/%00', '/..%2f..%2fetc/passwd'])(
    '%s is answered with 404 or 400',
    async (path) => {
      expect([404, 400]).toContain((await fetch(`${url}${path}`)).status);
    },
  );
});

describe('a case page', () => {
  it.each([
    'aisin-fire-1997',
    'helene-baxter-2024',
    'hurricane-maria-saline-2017',
    'kojima-toyota-2022',
    'rare-earths-2010',
    'tohoku-renesas-2011',
  ])('%s stays within its budget: HTML and CSS 25 kB, JavaScript 4 kB, gzip', (slug) => {
    const { html, css, js } = weightOf(`/cases/${slug}/`);
    expect(html + css).toBeLessThanOrEqual(25_000);
    expect(js).toBeLessThanOrEqual(4000);
  });
});
