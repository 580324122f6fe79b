import { addressesIn } from '#catalogue/addresses.ts';
import type { Catalogue } from '#catalogue/catalogue.ts';
import { type DatedMoment, datedMoments } from '#catalogue/queries/dated-moments.ts';
import { type MonthSlug, monthSlugOf } from '#catalogue/queries/days-of-year.ts';
import { formatDate } from '#i18n/format.ts';
import { type Language, languageTraits } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import { publishedCatalogue } from '../published.ts';
import type { ToldMoment } from './told-moment.ts';

const kept = new WeakMap<Catalogue, Map<MonthSlug, DatedMoment[]>>();

function byMonth(catalogue: Catalogue): Map<MonthSlug, DatedMoment[]> {
  const known = kept.get(catalogue) ?? Map.groupBy(datedMoments(catalogue), ({ on }) => monthSlugOf(on.slice(5)));
  kept.set(catalogue, known);
  return known;
}

/** The moments of the published cases that fell in a month of any year, in the order of its days. */
export function momentsOfMonth(language: Language, slug: MonthSlug): DatedMoment[] {
  return byMonth(publishedCatalogue(language)).get(slug) ?? [];
}

/** The same for the script that looks for the week. */
export function toldMoments(language: Language, slug: MonthSlug): ToldMoment[] {
  const to = addressesIn(language);
  return momentsOfMonth(language, slug).map(({ on, began, text, validUntil, entry }) => ({
    on,
    began,
    date: formatDate(on, language),
    text: text ?? entry.event.name ?? entry.title,
    event: text === null ? '' : (entry.event.name ?? ''),
    title: entry.title,
    href: to.case(entry.id),
    ...(validUntil && { held: heldUntil(language, validUntil) }),
    ...(entry.toldIn !== language && { lang: entry.toldIn }),
  }));
}

function heldUntil(language: Language, until: string): NonNullable<ToldMoment['held']> {
  return {
    from: Temporal.PlainDate.from(until).add({ days: 1 }).toString(),
    says: wordsIn(language).case.heldUntil(formatDate(until, language)),
  };
}

/** "December", "12月". */
export function monthName(language: Language, number: number): string {
  const name = new Intl.DateTimeFormat(languageTraits[language].locale, { month: 'long', timeZone: 'UTC' });
  return name.format(new Date(Date.UTC(2024, number, 1)));
}
