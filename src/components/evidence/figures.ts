import type { Estimate } from '#core/evidence/evidence-report.ts';
import type { Language } from '#i18n/languages.ts';

export type Range = { low: number; high: number };

/** The narrowest range that holds every value; null when there is none. */
export function rangeOf(values: readonly number[]): Range | null {
  return values.length > 0 ? { low: Math.min(...values), high: Math.max(...values) } : null;
}

/** How each language writes a per cent sign, and the two ends of a range. */
const written = {
  en: { sign: '\u00a0%', range: (low: string, high: string) => `${low} to ${high}` },
  ja: { sign: '％', range: (low: string, high: string) => `${low}〜${high}` },
} as const satisfies Record<Language, object>;

const minus = '\u2212';

/** A figure with a true minus sign; none before a zero. */
function digits(value: number, places: number): string {
  const text = Math.abs(value).toFixed(places);
  return value < 0 && Number(text) !== 0 ? `${minus}${text}` : text;
}

/** Figures of the simulation as text. Shares come as 0 to 1 and keep a digit after the point: a goal is met or missed by less than one in a hundred. */
export function figuresIn(language: Language) {
  const { sign, range } = written[language];
  const bare = (share: number) => digits(share * 100, 1);
  const percent = (share: number) => `${bare(share)}${sign}`;
  const times = (ratio: number) => digits(ratio, 1);
  const fixed = (value: number, places: number) => digits(value, places);
  return {
    percent,
    /** Without the sign, for columns whose head says it. */
    bare,
    times,
    fixed,
    whole: (share: number) => `${digits(share * 100, 0)}${sign}`,
    percentRange: ({ low, high }: Range) => (bare(low) === bare(high) ? percent(low) : range(bare(low), percent(high))),
    timesRange: ({ low, high }: Range) => (times(low) === times(high) ? times(low) : range(times(low), times(high))),
    fixedRange: ({ low, high }: Range, places: number) =>
      fixed(low, places) === fixed(high, places) ? fixed(low, places) : range(fixed(low, places), fixed(high, places)),
    /** The confidence interval of a share, in per cent without the sign. */
    interval: ({ low, high }: Estimate) => `${bare(low)}–${bare(high)}`,
    intervalOf: ({ low, high }: Estimate, places: number) => `${fixed(low, places)}–${fixed(high, places)}`,
  };
}

/** A target is a round figure: 95.0 % is written 95 %. */
export function withoutIdleZero(text: string): string {
  return text.replace(/\.0(?!\d)/, '');
}

export type Figures = ReturnType<typeof figuresIn>;
