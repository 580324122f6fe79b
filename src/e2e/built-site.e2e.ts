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

/** Reads off pages what the rules below ask about. The browser parses each and draws none, so that a thousand pages take seconds. */
async function readPages(page: Page, paths: string[]): Promise<Seen[]> {
  return page.evaluate(
    (wanted) =>
      Promise.all(
        wanted.map(async (path) => {
          const reply = await fetch(path);
          const text = new DOMParser().parseFromString(await reply.text(), 'text/html');
          return {
            path,
            status: reply.status,
            headings: text.querySelectorAll('h1').length,
            lang: text.documentElement.lang,
            title: text.title,
            policy: text.querySelector('meta[http-equiv="content-security-policy" i]')?.getAttribute('content') ?? '',
            links: [...text.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? ''),
            ids: [...text.querySelectorAll('[id]')].map((element) => element.id),
            imagesWithoutAlt: text.querySelectorAll('img:not([alt])').length,
          };
        }),
      ),
    paths,
  );
}

/** `/ja/cases/aisin-fire-1997/` as `/ja/cases/*`: pages of one kind are drawn by the same components. */
const kindOf = (path: string) => path.replace(/^((?:\/ja)?\/[^/]+\/).+$/, '$1*');

const isStaticPage = (path: string) =>
  path.startsWith('/') && !/^\/(desk|inbox|n|u)(\/|$)/.test(path) && !/\.\w+$/.test(path);

beforeAll(async () => {
  browser = await openBrowser();
  const reader = await browser.newPage({ bypassCSP: true });
  await reader.goto(url);
  let waiting = ['/'];
  while (waiting.length > 0) {
    const found = await readPages(reader, waiting);
    for (const read of found) seen.set(read.path, read);
    const targets = found.flatMap((read) => read.links.map((link) => link.split(/[?#]/, 1)[0] ?? ''));
    waiting = [...new Set(targets)].filter((target) => isStaticPage(target) && !seen.has(target));
  }
  const page = await browser.newPage();
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url())) foreignRequests.add(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`);
  });
  const oneOfEachKind = new Map([...seen.keys()].map((path) => [kindOf(path), path]));
  for (const path of oneOfEachKind.values()) await page.goto(url + path, { waitUntil: 'networkidle' });
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

describe('a page of any kind', () => {
  it.each([
    '/',
    '/library/',
    '/desk',
    '/desk/sign-in',
    '/n/no-token',
    '/n/no-token/preferences',
    '/u/no-token',
    '/inbox',
  ])('%s may not be framed by another site', async (path) => {
    const policy = (await fetch(url + path, { redirect: 'manual' })).headers.get('content-security-policy');
    expect(policy).toMatch(/(^|; ?)frame-ancestors 'self'/);
  });

  it.each(['/desk/sign-in', '/n/no-token', '/u/no-token'])('%s keeps the rest of its policy', async (path) => {
    const policy = (await fetch(url + path)).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'self'");
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
  it('stays within its budget, whichever case it tells: HTML and CSS 25 kB (28.5 in Japanese), JavaScript 4 kB, gzip', () => {
    const weights = [...seen.keys()]
      .filter((path) => /^(\/ja)?\/cases\/[^/]+\/$/.test(path))
      .map((path) => ({ path, ...weightOf(path) }));
    // Japanese letters take three bytes each and compress worse.
    const budget = (path: string) => (path.startsWith('/ja/') ? 28_500 : 25_000);
    expect(weights.filter(({ path, html, css }) => html + css > budget(path))).toEqual([]);
    expect(weights.filter(({ js }) => js > 4000)).toEqual([]);
  });
});
