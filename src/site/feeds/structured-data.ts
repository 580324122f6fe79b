import { addressesIn } from '#catalogue/addresses.ts';
import type { Catalogue, CatalogueCase, Lesson } from '#catalogue/catalogue.ts';
import { findCase, findLesson } from '#catalogue/catalogue.ts';
import type { NamedOrganisation } from '#catalogue/organisations/named-organisations.ts';
import { eventName } from '#catalogue/queries/event-name.ts';
import type { Vocabulary } from '#catalogue/schema/vocabulary.ts';
import type { Language } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import { publishedOn } from './published-on.ts';

/** What schema.org calls things. Values stay out of the way of `undefined`, which JSON drops. */
type Thing = { [property: string]: unknown };

/** Where the page is: the origin of the site, and the language its content is told in. */
export type Place = { site: string; toldIn: Language };

const absolute = (path: string, { site }: Place) => new URL(path, site).href;
const siteId = ({ site }: Place) => `${new URL('/', site).href}#site`;

/** One JSON-LD document for a page. */
export function graphOf(...things: Thing[]) {
  return { '@context': 'https://schema.org', '@graph': things };
}

/** The site and its search, for the front page. */
export function siteThing(language: Language, place: Place): Thing {
  const words = wordsIn(language);
  const to = addressesIn(language);
  return {
    '@type': 'WebSite',
    '@id': siteId(place),
    url: absolute(to.page('/'), place),
    name: words.name,
    description: words.home.dek,
    inLanguage: language,
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${absolute(to.page('/library/'), place)}?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  };
}

/** A case is read as an article and used as a lesson: what it is about, what it rests on, what it teaches. */
export function caseThing(catalogue: Catalogue, entry: CatalogueCase, place: Place): Thing {
  const url = absolute(addressesIn(entry.toldIn).case(entry.id), place);
  const day = publishedOn(entry);
  const { start, end } = entry.event;
  return {
    '@type': ['Article', 'LearningResource'],
    '@id': `${url}#case`,
    url,
    headline: entry.title,
    alternativeHeadline: eventName(entry),
    description: entry.dek,
    image: absolute(`/cases/${entry.id}/og.png`, place),
    datePublished: day,
    dateModified: day,
    inLanguage: entry.toldIn,
    isPartOf: { '@id': siteId(place) },
    author: { '@type': 'Organization', name: wordsIn(entry.toldIn).name },
    learningResourceType: 'Case study',
    educationalUse: 'professional development',
    timeRequired: `PT${entry.readingMinutes}M`,
    about: aboutOf(catalogue.vocabulary, entry),
    teaches: entry.lessons.map(({ id }) => findLesson(catalogue, id).rule),
    temporalCoverage: end && end !== start ? `${start}/${end}` : start,
    spatialCoverage: { '@type': 'Place', name: entry.place },
    citation: entry.sources.map((source) => source.url),
  };
}

/** Each list is read by its own field: "energy" is a sector and a hazard, and a case may be of one and not of the other. */
function aboutOf({ hazards, sectors, inputs }: Vocabulary, entry: CatalogueCase): string[] {
  const said = [
    ...hazards.filter(({ id }) => entry.hazards.includes(id)),
    ...sectors.filter(({ id }) => entry.sectors.includes(id)),
    ...inputs.filter(({ id }) => entry.inputs.includes(id)),
  ];
  return said.map(({ label }) => label);
}

/** A lesson with the cases that it was drawn from. */
export function lessonThing(catalogue: Catalogue, lesson: Lesson, place: Place): Thing {
  const to = addressesIn(lesson.toldIn);
  const url = absolute(to.lesson(lesson.id), place);
  return {
    '@type': 'LearningResource',
    '@id': `${url}#lesson`,
    url,
    name: lesson.rule,
    description: lesson.why,
    image: absolute(`/lessons/${lesson.id}/og.png`, place),
    inLanguage: lesson.toldIn,
    isPartOf: { '@id': siteId(place) },
    learningResourceType: 'Lesson',
    educationalUse: 'professional development',
    teaches: lesson.rule,
    isBasedOn: lesson.caseIds.map((id) => {
      const { toldIn } = findCase(catalogue, id);
      return `${absolute(addressesIn(toldIn).case(id), place)}#case`;
    }),
  };
}

const organisationTypes = {
  company: 'Corporation',
  agency: 'GovernmentOrganization',
  association: 'Organization',
} as const;

/** Somebody's page: who it is about, and the cases that name them. */
export function organisationThing(
  { organisation, mentions }: NamedOrganisation,
  { name, otherNames }: { name: string; otherNames: readonly string[] },
  place: Place,
): Thing {
  const url = absolute(addressesIn(place.toldIn).company(organisation.id), place);
  return {
    '@type': 'CollectionPage',
    '@id': url,
    url,
    name,
    inLanguage: place.toldIn,
    isPartOf: { '@id': siteId(place) },
    about: {
      '@type': organisationTypes[organisation.kind],
      name,
      alternateName: otherNames.filter((other) => other !== name),
    },
    mentions: mentions.map(({ entry }) => ({
      '@id': `${absolute(addressesIn(entry.toldIn).case(entry.id), place)}#case`,
    })),
  };
}

/** The way down to a page from the front page: pairs of a name and a path in the first language. The page itself comes last. */
export function trailThing(steps: readonly { name: string; path: string }[], place: Place): Thing {
  const language = place.toldIn;
  const to = addressesIn(language);
  const all = [{ name: wordsIn(language).web.trail.home, path: '/' }, ...steps];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: all.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absolute(to.page(path), place),
    })),
  };
}
