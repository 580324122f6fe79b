import { describe, expect, it } from 'vitest';
import { aCatalogue, aLibrary } from '#testing/a-catalogue.ts';
import { atomFeed, jsonFeed, rssFeed } from './cases-feed.ts';

const site = 'https://cases.example';

function reviewed(days: Record<string, string>) {
  const catalogue = aCatalogue();
  return {
    ...catalogue,
    cases: catalogue.cases.map((entry) => ({ ...entry, ...(days[entry.id] && { reviewedOn: days[entry.id] }) })),
  };
}

describe('the feed of cases', () => {
  it('tells the case reviewed last first, and where none was reviewed the latest event', () => {
    const byEvent = jsonFeed(aCatalogue(), site).items.map(({ url }) => url);
    expect(byEvent).toEqual([`${site}/cases/storm-2017/`, `${site}/cases/fire-1997/`, `${site}/cases/flood-2011/`]);
    const byReview = jsonFeed(reviewed({ 'flood-2011': '2026-11-23' }), site).items.map(({ url }) => url);
    expect(byReview[0]).toBe(`${site}/cases/flood-2011/`);
  });

  it('dates a case by its content, so that a new build does not make it look new', () => {
    const [item] = jsonFeed(reviewed({ 'flood-2011': '2026-11' }), site).items;
    expect(item?.date_published).toBe('2026-11-01T00:00:00.000Z');
    expect(atomFeed(aCatalogue(), site)).toBe(atomFeed(aCatalogue(), site));
  });

  it('carries the whole dek, and ids that are absolute addresses', () => {
    for (const item of jsonFeed(aCatalogue(), site).items) {
      expect(item.summary).toBe('A plant was lost, and with it the one address of a part.');
      expect(item.content_html).toContain(item.summary);
      expect(item.id).toBe(item.url);
      expect(item.id.startsWith(`${site}/`)).toBe(true);
    }
  });

  it('is JSON Feed 1.1 with every member that the format requires', () => {
    const feed = jsonFeed(aCatalogue(), site);
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
    expect(feed.title).not.toBe('');
    expect(feed.feed_url).toBe(`${site}/feed.json`);
    expect(feed.items.every((item) => item.id && item.content_html)).toBe(true);
  });

  it('holds in another language only what is told in it', () => {
    const feed = jsonFeed(aLibrary().ja, site);
    expect(feed.feed_url).toBe(`${site}/ja/feed.json`);
    expect(feed.items.map(({ url }) => url)).toEqual([`${site}/ja/cases/flood-2011/`]);
  });

  it.each(['en', 'ja'] as const)('says that it is in %s, in each of its formats', (language) => {
    const told = language === 'ja' ? aLibrary().ja : aCatalogue();
    expect(atomFeed(told, site)).toContain(`<feed xml:lang="${language}" xmlns=`);
    expect(rssFeed(told, site)).toContain(`<language>${language}</language>`);
    expect(jsonFeed(told, site).language).toBe(language);
  });

  it('writes markup in a title as text', () => {
    const catalogue = aCatalogue();
    const cases = catalogue.cases.map((entry) => ({ ...entry, dek: 'Parts <b> & others' }));
    expect(jsonFeed({ ...catalogue, cases }, site).items[0]?.content_html).toContain('Parts &lt;b&gt; &amp; others');
  });
});
