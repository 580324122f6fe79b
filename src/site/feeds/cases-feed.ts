import { Feed } from 'feed';
import { addressesIn } from '#catalogue/addresses.ts';
import type { Catalogue, CatalogueCase } from '#catalogue/catalogue.ts';
import { eventName } from '#catalogue/queries/event-name.ts';
import { wordsIn } from '#i18n/words.ts';
import { newestFirst, publishedOn } from './published-on.ts';

/** Readers fetch a feed over and over; the newest fifty are months of cases, and the catalogue has the rest. */
const most = 50;

/** A case as a feed tells it. */
type FeedCase = {
  id: string;
  url: string;
  title: string;
  event: string;
  dek: string;
  image: string;
  on: Date;
  about: string[];
};

type FeedCatalogue = Pick<Catalogue, 'language' | 'cases' | 'vocabulary'>;

/**
 * What is new, told in the language of the catalogue: a case that nobody has translated stands in the feed of its own language only.
 * `site` is the origin of the site. Pure: the same catalogue gives the same bytes.
 */
function feedOf(catalogue: FeedCatalogue, site: string) {
  const { language } = catalogue;
  const words = wordsIn(language);
  const to = addressesIn(language);
  const absolute = (path: string) => new URL(path, site).href;
  const told = catalogue.cases.filter((entry) => entry.toldIn === language);
  const cases = newestFirst(told)
    .slice(0, most)
    .map((entry) => ({
      // Readers know an item by its id; that of a case is its folder's name, which its address keeps.
      id: absolute(to.case(entry.id)),
      url: absolute(to.case(entry.id)),
      title: entry.title,
      event: eventName(entry),
      dek: entry.dek,
      image: absolute(`/cases/${entry.id}/og.png`),
      on: new Date(`${publishedOn(entry)}T00:00:00Z`),
      about: topicsOf(catalogue, entry),
    }));
  return { language, words, absolute, to, cases, updated: cases[0]?.on ?? new Date(0) };
}

function topicsOf({ vocabulary }: FeedCatalogue, entry: CatalogueCase): string[] {
  const hazards = vocabulary.hazards.filter(({ id }) => entry.hazards.includes(id));
  const sectors = vocabulary.sectors.filter(({ id }) => entry.sectors.includes(id));
  return [...hazards, ...sectors].map(({ label }) => label);
}

/** The feed as Atom. The package names no language there, which Atom takes from XML (RFC 4287, 2). */
export function atomFeed(catalogue: FeedCatalogue, site: string): string {
  return xmlFeed(catalogue, site).atom1().replace('<feed xmlns=', `<feed xml:lang="${catalogue.language}" xmlns=`);
}

/** The feed as RSS 2.0. */
export function rssFeed(catalogue: FeedCatalogue, site: string): string {
  return xmlFeed(catalogue, site).rss2();
}

function xmlFeed(catalogue: FeedCatalogue, site: string): Feed {
  const { language, words, absolute, to, cases, updated } = feedOf(catalogue, site);
  const feed = new Feed({
    id: absolute(to.page('/')),
    title: words.web.feed.title,
    description: words.web.feed.description,
    link: absolute(to.page('/')),
    language,
    favicon: absolute('/favicon.svg'),
    copyright: words.name,
    author: { name: words.name, link: absolute(to.page('/about/')) },
    generator: words.name,
    updated,
    feedLinks: { atom: absolute(to.page('/feed.xml')), json: absolute(to.page('/feed.json')) },
  });
  for (const entry of cases) {
    feed.addItem({
      id: entry.id,
      link: entry.url,
      title: `${entry.event}: ${entry.title}`,
      description: entry.dek,
      content: htmlOf(entry, words.web.feed.read),
      date: entry.on,
      published: entry.on,
      category: entry.about.map((name) => ({ name, term: name })),
    });
  }
  return feed;
}

/** The feed as JSON Feed 1.1; the package writes version 1. */
export function jsonFeed(catalogue: FeedCatalogue, site: string) {
  const { language, words, absolute, to, cases } = feedOf(catalogue, site);
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: words.web.feed.title,
    description: words.web.feed.description,
    home_page_url: absolute(to.page('/')),
    feed_url: absolute(to.page('/feed.json')),
    language,
    authors: [{ name: words.name, url: absolute(to.page('/about/')) }],
    items: cases.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: `${entry.event}: ${entry.title}`,
      summary: entry.dek,
      content_html: htmlOf(entry, words.web.feed.read),
      image: entry.image,
      date_published: entry.on.toISOString(),
      tags: entry.about,
      language,
    })),
  };
}

function htmlOf({ dek, url }: FeedCase, read: string): string {
  return `<p>${escapeHtml(dek)}</p><p><a href="${url}">${escapeHtml(read)}</a></p>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
