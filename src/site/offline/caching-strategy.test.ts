import { describe, expect, it } from 'vitest';
import { cachingStrategyFor, filesNamedIn, isFresh, keptAs, knowsItsAge } from './caching-strategy.ts';

const origin = 'https://cases.example';
const strategyFor = (path: string, navigates = true, method = 'GET') =>
  cachingStrategyFor({ method, url: `${origin}${path}`, navigates }, origin);

describe('what the service worker does with a request', () => {
  it('answers a public page from the network first', () => {
    expect(['/', '/ja/', '/cases/aisin-fire-1997/', '/library/?q=valve'].map((path) => strategyFor(path))).toEqual(
      Array.from({ length: 4 }, () => 'network-first'),
    );
  });

  it('never touches what is made for one person, nor what tells of the server', () => {
    for (const path of [
      '/n/abc',
      '/u/abc',
      '/desk',
      '/desk/forecast.json',
      '/inbox',
      '/healthz',
      '/readyz',
      '/metrics',
    ])
      expect(strategyFor(path), path).toBe('network-only');
  });

  it('never touches a form, another site, a document or the catalogue', () => {
    expect(strategyFor('/cases/a/', true, 'POST')).toBe('network-only');
    expect(cachingStrategyFor({ method: 'GET', url: 'https://other.example/', navigates: true }, origin)).toBe(
      'network-only',
    );
    expect(strategyFor('/cases/a/huddle.pdf')).toBe('network-only');
    expect(strategyFor('/catalogue.json')).toBe('network-only');
  });

  it('keeps named files for good, and the files of the search as fresh as it can', () => {
    expect(strategyFor('/_astro/inter-ui-core.D3JJboEw.woff2', false)).toBe('cache-first');
    expect(strategyFor('/search/en.json', false)).toBe('network-first-any-age');
    expect(strategyFor('/pagefind/pagefind.js', false)).toBe('network-first-any-age');
  });
});

describe('a kept page', () => {
  const fetched = 'Mon, 23 Nov 2026 08:00:00 GMT';
  const laterBy = (days: number) => Date.parse(fetched) + days * 86_400_000;

  it('is shown for seven days', () => {
    expect(isFresh(fetched, laterBy(7))).toBe(true);
    expect(isFresh(fetched, laterBy(7) + 1)).toBe(false);
  });

  it('is not shown where nobody knows when it was fetched', () => {
    expect(isFresh(null, laterBy(0))).toBe(false);
  });

  it('is shown at any age to a reader who came from the list that says it', () => {
    expect(knowsItsAge(`${origin}/cases/a/?kept`)).toBe(true);
    expect(knowsItsAge(`${origin}/cases/a/`)).toBe(false);
  });

  it('is kept once, whatever query or fragment it was asked with', () => {
    expect(keptAs(`${origin}/library/?q=valve#results`)).toBe(`${origin}/library/`);
    expect(keptAs(`${origin}/library`)).toBe(`${origin}/library/`);
  });
});

describe('the files a page needs without a network', () => {
  it('are those it names, in its styles as in its scripts, each once', () => {
    const page =
      '<style>@font-face{src:url(/_astro/inter.Ab1_.woff2)}</style><script type="module" src="/_astro/Page.Xy-2.js"></script><a href="/about/">/_astro/inter.Ab1_.woff2</a>';
    expect(filesNamedIn(page)).toEqual(['/_astro/inter.Ab1_.woff2', '/_astro/Page.Xy-2.js']);
  });

  it('are for a script those beside it', () => {
    expect(filesNamedIn('import{a}from"./chunk.Q1.js";import("./later.Z9.js");const b="./words";')).toEqual([
      '/_astro/chunk.Q1.js',
      '/_astro/later.Z9.js',
    ]);
  });
});
