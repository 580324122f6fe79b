import { z } from 'zod';
import { type SharingLabel, sharingLabels } from './sharing-labels.ts';
import { type SourceKind, sourceKinds } from './source-kinds.ts';

/** What a reporter writes in their own words, in the order of the form. */
export const toldFields = ['happened', 'nearly', 'noticed', 'changed', 'monday'] as const;
export type ToldField = (typeof toldFields)[number];

/** What else is asked: words of closed lists, and bands where a figure would say too much. */
export const reportOptions = {
  stoppedBy: ['safeguard', 'person', 'luck'],
  days: ['under-1', '1-7', '8-30', 'over-30', 'unknown'],
  money: ['under-10k', '10k-100k', '100k-1m', '1m-10m', 'over-10m', 'unknown'],
  people: ['none', '1-10', '11-100', 'over-100', 'unknown'],
  before: ['not-before', 'hours', 'days', 'weeks', 'months'],
  region: [
    'north-america',
    'latin-america',
    'europe',
    'middle-east',
    'africa',
    'south-asia',
    'southeast-asia',
    'east-asia',
    'oceania',
    'several',
  ],
  tier: ['own', 'direct', 'second', 'deeper', 'unknown'],
  stillThere: ['yes', 'partly', 'no', 'unsure'],
} as const satisfies Record<string, readonly string[]>;

export type OptionField = keyof typeof reportOptions;

/** The longest answer, in characters: four pages, far within what a form may hold. */
export const longestAnswer = 4000;

/** The shortest account of what happened, in Latin letters; a Chinese character or kana counts twice. */
export const shortestAccount = 200;

const text = z.string().max(longestAnswer);
const quarter = z.string().regex(/^\d{4}-Q[1-4]$/);

/** A near miss as it was told, without who told it. */
export const reportTextSchema = z.strictObject({
  happened: text,
  nearly: text,
  noticed: text,
  changed: text,
  monday: text,
  stoppedBy: z.enum(reportOptions.stoppedBy),
  days: z.enum(reportOptions.days),
  money: z.enum(reportOptions.money),
  people: z.enum(reportOptions.people),
  before: z.enum(reportOptions.before).nullable(),
  /** A word of vocabulary/families. */
  item: z.string().nullable(),
  region: z.enum(reportOptions.region),
  /** A word of vocabulary/routes. */
  route: z.string().nullable(),
  tier: z.enum(reportOptions.tier).nullable(),
  quarter,
  stillThere: z.enum(reportOptions.stillThere).nullable(),
  /** What was flagged as a possible name or date, and the reporter kept. */
  kept: z.array(z.string()),
});

export type ReportText = z.infer<typeof reportTextSchema>;

/** Who reports. It lies apart from what was told, sealed, and goes when the report is closed. */
export const identityStripSchema = z.strictObject({
  name: z.string(),
  contact: z.string(),
  organisation: z.string(),
  role: z.string(),
});

export type IdentityStrip = z.infer<typeof identityStripSchema>;
export const stripFields = ['name', 'contact', 'organisation', 'role'] as const satisfies (keyof IdentityStrip)[];

/** The longest line of a strip, in characters. */
export const longestStripLine = 200;

/** All that a report says. */
export type NewReport = {
  sourceKind: SourceKind;
  text: ReportText;
  strip: IdentityStrip;
  label: SharingLabel;
  consent: boolean;
  callBack: boolean;
};

export const isSourceKind = (typed: string): typed is SourceKind => sourceKinds.some((kind) => kind === typed);
export const isSharingLabel = (typed: string): typed is SharingLabel => sharingLabels.some((label) => label === typed);

/** What may be told to others: the same account with class for organisation, region for place, band for number. */
export const deidentifiedSchema = z.strictObject({
  title: z.string().max(longestStripLine),
  happened: text,
  nearly: text,
  noticed: text,
  changed: text,
  monday: text,
  /** Flagged phrases that an editor says name nobody. */
  cleared: z.array(z.string()),
});

export type DeidentifiedText = z.infer<typeof deidentifiedSchema>;
export const deidentifiedFields = ['title', ...toldFields] as const satisfies readonly (keyof DeidentifiedText)[];
