import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { openBrowser } from '../../scripts/build/find-browser.ts';
import { pagesBelow } from '../../scripts/build/pages-below.ts';

const url = inject('productUrl');
const site = 'dist/client';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
  await page.goto(`${url}/favicon.svg`);
});

afterAll(async () => {
  await browser.close();
});

/** Has a browser parse XML, as strictly as XML asks; the texts of each selector, or of an attribute written as `link@href`. */
function readXml(text: string, wanted: Record<string, string>): Promise<Record<string, string[]>> {
  return page.evaluate(
    ([xml, queries]) => {
      const parsed = new DOMParser().parseFromString(xml, 'text/xml');
      const wrong = parsed.querySelector('parsererror');
      if (wrong) throw new Error(wrong.textContent ?? 'not well formed');
      const entries = Object.entries(queries).map(([name, query]) => {
        const [selector = '', attribute] = query.split('@');
        const found = [...parsed.querySelectorAll(selector)];
        return [name, found.map((one) => (attribute ? one.getAttribute(attribute) : one.textContent) ?? '')];
      });
      return Object.fromEntries(entries);
    },
    [text, wanted] as const,
  );
}

const builtFile = (path: string) => readFileSync(join(site, path), 'utf8');
const isAbsolute = (address: string) => /^https?:\/\/[^/]+\//.test(address);

/** The file that an address of the site itself leads to. */
function isBuilt(address: string): boolean {
  const { pathname } = new URL(address);
  return existsSync(join(site, pathname, 'index.html')) || existsSync(join(site, pathname));
}

describe('the feeds', () => {
  it.each(['feed.xml', 'ja/feed.xml'])('%s is Atom with all that RFC 4287 requires', async (path) => {
    const atom = await readXml(builtFile(path), {
      feed: ':root > id, :root > title, :root > updated, :root > author > name',
      self: ':root > link[rel="self"]@href',
      ids: 'entry > id',
      titles: 'entry > title',
      updated: 'entry > updated',
      links: 'entry > link@href',
      terms: 'category@term',
    });
    expect(atom['feed']?.every(Boolean)).toBe(true);
    expect(atom['feed']?.length).toBe(4);
    expect(atom['self']?.[0]).toMatch(new RegExp(`/${path}$`));
    const count = atom['ids']?.length ?? 0;
    expect(count).toBeGreaterThan(0);
    for (const name of ['titles', 'updated', 'links']) expect(atom[name]?.filter(Boolean).length, name).toBe(count);
    expect(new Set(atom['ids']).size).toBe(count);
    expect([...(atom['ids'] ?? []), ...(atom['links'] ?? [])].filter((address) => !isAbsolute(address))).toEqual([]);
    expect(atom['links']?.filter((address) => !isBuilt(address))).toEqual([]);
    expect(atom['terms']?.every(Boolean)).toBe(true);
  });

  it.each(['rss.xml', 'ja/rss.xml'])('%s is RSS 2.0', async (path) => {
    const rss = await readXml(builtFile(path), { version: 'rss@version', guids: 'item > guid', links: 'item > link' });
    expect(rss['version']).toEqual(['2.0']);
    expect(rss['guids']?.length).toBe(rss['links']?.length);
    expect(rss['links']?.filter((address) => !isAbsolute(address))).toEqual([]);
  });

  it('tell the same cases in the same order as JSON', async () => {
    const { ids } = await readXml(builtFile('feed.xml'), { ids: 'entry > id' });
    const feed = z.object({ items: z.array(z.object({ id: z.string() })) }).parse(JSON.parse(builtFile('feed.json')));
    expect(feed.items.map(({ id }) => id)).toEqual(ids);
  });

  it('are named by every page, in its language', () => {
    expect(builtFile('about/index.html')).toContain('type="application/atom+xml"');
    expect(builtFile('ja/about/index.html')).toMatch(/type="application\/atom\+xml"[^>]*href="\/ja\/feed\.xml"/);
  });
});

describe('the sitemap', () => {
  it('is named by robots.txt, and lists every page that is its own canonical address, and no other', async () => {
    expect(builtFile('robots.txt')).toMatch(/^Sitemap: https?:\/\/.+\/sitemap-index\.xml$/m);
    const { files = [] } = await readXml(builtFile('sitemap-index.xml'), { files: 'loc' });
    const listed: string[] = [];
    for (const file of files)
      listed.push(...((await readXml(builtFile(new URL(file).pathname), { pages: 'url > loc' }))['pages'] ?? []));
    const canonical = pagesBelow(site).flatMap((file) => {
      const address = /<link rel="canonical" href="([^"]*)"/.exec(readFileSync(file, 'utf8'))?.[1];
      const own = `/${file.slice(site.length + 1).replace(/index\.html$/, '')}`;
      return address !== undefined && new URL(address).pathname === encodeURI(own) ? [address] : [];
    });
    expect(listed.toSorted()).toEqual(canonical.toSorted());
  });
});

const breadcrumbs = z.object({
  '@type': z.literal('BreadcrumbList'),
  itemListElement: z.array(z.object({ position: z.number(), name: z.string().min(1), item: z.url() })).min(2),
});
const article = z.object({
  '@type': z.tuple([z.literal('Article'), z.literal('LearningResource')]),
  url: z.url(),
  headline: z.string().min(1).max(110),
  description: z.string().min(1),
  image: z.url(),
  datePublished: z.iso.date(),
  dateModified: z.iso.date(),
  inLanguage: z.enum(['en', 'ja']),
  about: z.array(z.string()).min(1),
  teaches: z.array(z.string()).min(1),
  citation: z.array(z.url()).min(2),
  educationalUse: z.string(),
  isPartOf: z.object({ '@id': z.url() }),
  temporalCoverage: z.string().regex(/^\d{4}/),
  spatialCoverage: z.object({ '@type': z.literal('Place'), name: z.string().min(1) }),
});
const lesson = z.object({
  '@type': z.literal('LearningResource'),
  name: z.string().min(1),
  description: z.string().min(1),
  teaches: z.string().min(1),
  isBasedOn: z.array(z.url()),
});
const website = z.object({
  '@type': z.literal('WebSite'),
  url: z.url(),
  potentialAction: z.object({ '@type': z.literal('SearchAction'), 'query-input': z.string() }),
});
const collection = z.object({
  '@type': z.literal('CollectionPage'),
  url: z.url(),
  name: z.string().min(1),
  about: z.object({
    '@type': z.enum(['Corporation', 'GovernmentOrganization', 'Organization']),
    name: z.string().min(1),
    alternateName: z.array(z.string()),
  }),
  mentions: z.array(z.object({ '@id': z.url() })).min(1),
});
const graph = z.object({
  '@context': z.literal('https://schema.org'),
  '@graph': z.array(z.union([breadcrumbs, article, lesson, website, collection])).min(1),
});

function dataOf(file: string): z.infer<typeof graph>[] {
  const blocks = readFileSync(file, 'utf8').matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g);
  return [...blocks].map(([, text = '']) => graph.parse(JSON.parse(text)));
}

describe('structured data', () => {
  it('has on every page that carries any the form that schema.org and search engines ask for', () => {
    const kinds = pagesBelow(site).flatMap((file) =>
      dataOf(file).flatMap((data) => data['@graph'].map((thing) => String(thing['@type']))),
    );
    expect(new Set(kinds)).toEqual(
      new Set(['BreadcrumbList', 'Article,LearningResource', 'LearningResource', 'WebSite', 'CollectionPage']),
    );
  });

  it('stands on every case and every lesson', () => {
    const without = pagesBelow(site)
      .filter((file) => /\/(cases|lessons)\/[^/]+\/index\.html$/.test(file))
      .filter((file) => dataOf(file).length !== 1);
    expect(without).toEqual([]);
  });
});

describe('a link that is shared', () => {
  it('has a title, a text, and a picture that exists, of the size it says', () => {
    const wrong = pagesBelow(site).filter((file) => {
      const text = readFileSync(file, 'utf8');
      if (!text.includes('rel="canonical"')) return false;
      const said = (name: string) => new RegExp(`<meta property="og:${name}" content="([^"]+)"`).exec(text)?.[1];
      const picture = said('image');
      return (
        ['title', 'description', 'url', 'locale', 'type', 'image:alt'].some((name) => !said(name)) ||
        !picture ||
        !isBuilt(picture)
      );
    });
    expect(wrong).toEqual([]);
    const png = readFileSync(join(site, 'cases/aisin-fire-1997/og.png'));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  });
});
