import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { languageOfPath } from '#i18n/languages.ts';
import { pagesOfEveryShape } from '#testing/pages-of-every-shape.ts';
import { type PageFacts, readPage } from '#testing/read-page.ts';
import { weightOf } from '../../scripts/bench/page-weights.ts';
import { openBrowser } from '../../scripts/build/find-browser.ts';

const url = inject('productUrl');

const site = 'dist/client';

let browser: Browser;
const seen = new Map<string, PageFacts>();
const foreignRequests = new Set<string>();
const complaints: string[] = [];

const isStaticPage = (path: string) =>
  path.startsWith('/') &&
  !/^\/(desk|inbox|me|n|u|brief|report|why|privacy|(?:ja\/)?code|ja\/privacy)(\/|$)/.test(path) &&
  !/\.\w+$/.test(path);

/** The built file that answers at an address; what answers for it in turn is asked of the server, for a page of each kind. */
const fileOf = (path: string) => join(site, path, 'index.html');

/** Follows every link from the home page, in the files as they were built: a browser would take a minute for what this takes a second. */
function readReachable(): Map<string, string> {
  const texts = new Map<string, string>();
  let waiting = ['/'];
  while (waiting.length > 0) {
    const targets = waiting.flatMap((path) => {
      const text = existsSync(fileOf(path)) ? readFileSync(fileOf(path), 'utf8') : '';
      const facts = readPage(text);
      texts.set(path, text);
      seen.set(path, facts);
      return facts.links.map((link) => link.split(/[?#]/, 1)[0] ?? '');
    });
    waiting = [...new Set(targets)].filter((target) => isStaticPage(target) && !seen.has(target));
  }
  return texts;
}

/** `/ja/cases/aisin-fire-1997/` as `/ja/cases/*`: pages of one kind are drawn by the same components. */
const kindOf = (path: string) => path.replace(/^((?:\/ja)?\/[^/]+\/).+$/, '$1*');

/** A page of each kind, and of each kind those that have a part which the others have not. */
function pagesToOpen(texts: ReadonlyMap<string, string>): string[] {
  const oneOfEachKind = new Map([...seen.keys()].map((path) => [kindOf(path), path])).values();
  return [...new Set([...oneOfEachKind, ...pagesOfEveryShape(texts)])];
}

let opened: string[] = [];

/** Waiting for a page to fall silent takes longer than drawing it, so that several wait at once. */
async function openAll(paths: readonly string[]): Promise<void> {
  const context = await browser.newContext();
  context.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url())) foreignRequests.add(request.url());
  });
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.page()?.url()}: ${message.text()}`);
  });
  const waiting = [...paths];
  const openFromQueue = async () => {
    const page = await context.newPage();
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift())
      await page.goto(url + path, { waitUntil: 'networkidle' });
  };
  await Promise.all(Array.from({ length: 6 }, openFromQueue));
}

beforeAll(async () => {
  browser = await openBrowser();
  opened = pagesToOpen(readReachable());
  await openAll(opened);
});

afterAll(async () => {
  await browser.close();
});

describe('every page that can be reached', () => {
  it('is found: there are at least sixty, and none is missing', () => {
    expect(seen.size).toBeGreaterThan(60);
    expect([...seen.keys()].filter((path) => !existsSync(fileOf(path)))).toEqual([]);
  });

  it('has one h1, a language, a title of its own, and alternative text', () => {
    const pages = [...seen].map(([path, facts]) => ({ path, ...facts }));
    expect(pages.filter((page) => page.headings !== 1).map((page) => page.path)).toEqual([]);
    expect(pages.filter((page) => page.lang !== languageOfPath(page.path)).map((page) => page.path)).toEqual([]);
    expect(pages.filter((page) => page.imagesWithoutAlt > 0).map((page) => page.path)).toEqual([]);
    expect(new Set(pages.map((page) => `${page.lang} ${page.title}`)).size).toBe(pages.length);
  });

  it('gives each id once', () => {
    const repeated = [...seen].filter(([, { ids }]) => new Set(ids).size !== ids.length);
    expect(repeated.map(([path]) => path)).toEqual([]);
  });

  it('links only to places that exist, down to the fragment', () => {
    const broken = [...seen].flatMap(([from, page]) =>
      page.links
        .filter((link) => link.includes('#'))
        .filter((link) => {
          const [path = '', fragment = ''] = link.split('#');
          const target = path === '' ? page : seen.get(path);
          return fragment !== '' && target !== undefined && !target.ids.includes(decodeURIComponent(fragment));
        })
        .map((link) => `${from} -> ${link}`),
    );
    expect(broken).toEqual([]);
  });

  it('asks no other host for anything, and gives the browser nothing to complain of', () => {
    expect([...foreignRequests]).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('carries its content security policy', () => {
    const without = [...seen].filter(([, { policy }]) => !policy.includes("script-src 'self'"));
    expect(without.map(([path]) => path)).toEqual([]);
  });

  // The server finds a file by its path alone: what it does for one page of a kind it does for all.
  it('is answered with its policy under every spelling of its address', async () => {
    expect(opened.length).toBeGreaterThan(30);
    const aliases = opened.flatMap((path) => {
      const bare = path.replace(/\/$/, '');
      return [bare || '/', `${bare}/`, `${bare}/index.html`];
    });
    for (const alias of aliases) {
      const reply = await fetch(`${url}${alias}`);
      expect(reply.status, alias).toBe(200);
      expect(await reply.text(), alias).toMatch(/<meta http-equiv="content-security-policy"/i);
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
  ])('%s may not be framed', async (path) => {
    const policy = (await fetch(url + path, { redirect: 'manual' })).headers.get('content-security-policy');
    expect(policy).toMatch(/(^|; ?)frame-ancestors 'none'/);
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

describe('a page of the other ways in', () => {
  // Months hold most: a tenth of all moments, each with its case. Companies hold one sentence a case.
  it.each([
    ['a month', /^(\/ja)?\/on-this-day\/\w+\/$/, 16_000],
    ['a company', /^(\/ja)?\/companies\/[^/]+\/$/, 16_000],
  ])('%s stays within its budget of HTML and CSS, gzip', (_, pattern, budget) => {
    const weights = [...seen.keys()].filter((path) => pattern.test(path)).map((path) => ({ path, ...weightOf(path) }));
    expect(weights.length).toBeGreaterThan(20);
    expect(weights.filter(({ html, css }) => html + css > budget)).toEqual([]);
  });
});

describe('a case page', () => {
  it('stays within its budget, whichever case it tells: HTML and CSS 28.6 kB (33.6 in Japanese), JavaScript 4 kB, gzip', () => {
    const weights = [...seen.keys()]
      .filter((path) => /^(\/ja)?\/cases\/[^/]+\/$/.test(path))
      .map((path) => ({ path, ...weightOf(path) }));
    // Japanese letters take three bytes each and compress worse.
    const budget = (path: string) => (path.startsWith('/ja/') ? 33_600 : 28_600);
    const left = weights.map(({ path, html, css }) => ({ path, left: budget(path) - html - css }));
    const tightest = left.toSorted((a, b) => a.left - b.left).slice(0, 3);
    const told = `bytes left: ${tightest.map(({ path, left: bytes }) => `${bytes} on ${path}`).join(', ')}`;
    expect(
      left.filter(({ left: bytes }) => bytes < 0),
      told,
    ).toEqual([]);
    expect(weights.filter(({ js }) => js > 4000)).toEqual([]);
  });
});
