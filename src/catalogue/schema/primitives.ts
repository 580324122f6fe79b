import { z } from 'zod';
import { brokenRule } from '../check/form-rule.ts';
import { countryPattern, datePattern, dayPattern, slugPattern } from './patterns.ts';

/** Lower-case words joined by hyphens: the form of every id and of every folder name in `content/`. */
export const slug = z
  .string()
  .regex(slugPattern, 'use lower-case letters, digits and single hyphens, as in "one-site"');

/** One line of prose between `min` and `max` characters; both bounds are said in the error. */
export function line(max: number, min = 1) {
  return z
    .string()
    .trim()
    .min(min, `write at least ${min} characters`)
    .max(max, `shorten this to ${max} characters or fewer`);
}

/** A subject ending in a question or an exclamation, or with the sign of a currency, costs a point where rspamd looks at mail. */
const pointsForSpam = /[?？!！]$|[$€£¥￥]/;

/** The subject of a mail: at most 59 characters, which phones show whole. */
export function subjectLine(min: number) {
  const message = 'end it without "?" or "!" and write currencies as words, or spam filters count it against the mail';
  const rule = brokenRule([], message, { code: 'like-spam', facts: null });
  return line(59, min).refine((text) => !pointsForSpam.test(text), { message, params: rule.params });
}

function dateAsText(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'number' ? String(value) : value;
}

/**
 * A date known to the day, the month or the year, as text (`2011-03-11`, `2011-03`, `2011`).
 * YAML turns an unquoted day into a Date and an unquoted year into a number; both are taken back to text.
 */
export const partialDate = z
  .preprocess(dateAsText, z.string().regex(datePattern, 'write a date as 2011-03-11, 2011-03 or 2011'))
  .describe('date known to the day, month or year');

/**
 * The last day on which what it stands beside holds: a measure suspended until a day, a deadline, a vote to come. After that the page says so,
 * the build warns, and no mail tells it. Left out where nothing ends.
 */
export const validUntil = z
  .preprocess(dateAsText, z.string().regex(dayPattern, 'write the whole day, as in 2026-11-27'))
  .optional()
  .describe('the last day on which this holds');

/** ISO 3166-1 alpha-2. Names come from Intl.DisplayNames, so the vocabulary needs no list of countries. */
export const country = z.string().regex(countryPattern, 'use the two-letter ISO country code, as in "JP"');

/** Ids of entries in the case's own sources.yaml. */
export const citations = z.array(slug).min(1, 'name at least one source id from sources.yaml');
