import { type Flagged, flaggedIn, type KnownWords } from './flag-list.ts';
import { type Refused, refusedIn } from './refuse-list.ts';
import {
  identityStripSchema,
  isSharingLabel,
  isSourceKind,
  longestAnswer,
  longestStripLine,
  type NewReport,
  type OptionField,
  reportOptions,
  reportTextSchema,
  shortestAccount,
  stripFields,
  type ToldField,
  toldFields,
} from './report-text.ts';
import { usualLabel } from './sharing-labels.ts';

/** What was sent of the form: its fields by name, and the phrases that the reporter said she keeps. */
export type TypedReport = { fields: Readonly<Record<string, string>>; kept: readonly string[] };

/** What may be chosen besides what the form itself holds. */
export type Offered = { items: readonly string[]; routes: readonly string[]; quarters: readonly string[] };

export type FieldFault = 'missing' | 'too-short' | 'too-long' | 'not-offered';
export type ReportFault = { field: string; fault: FieldFault };

export type Judged = {
  faults: ReportFault[];
  refused: (Refused & { field: ToldField })[];
  /** What the reporter has not said yet that she keeps. */
  flagged: (Flagged & { field: ToldField })[];
  /** `null` while anything is to be mended, softened or kept. */
  report: NewReport | null;
};

/** Fields of choice that must be answered. */
const required: readonly OptionField[] = ['stoppedBy', 'days', 'money', 'people', 'region'];
/** Those that may stay open. */
const open: readonly OptionField[] = ['before', 'tier', 'stillThere'];

/** What was typed, judged: what is missing, what may not be said, and what to look at again. Nothing of it is changed. */
export function judgeReport({ fields, kept }: TypedReport, offered: Offered, known: KnownWords): Judged {
  const told = (field: string) => (fields[field] ?? '').replaceAll(/\r\n?/g, '\n').trim();
  const faults = faultsOf(told, offered);
  const refused = toldFields.flatMap((field) => refusedIn(told(field)).map((found) => ({ ...found, field })));
  const flagged = toldFields
    .flatMap((field) => flaggedIn(told(field), known).map((found) => ({ ...found, field })))
    .filter(({ said }) => !kept.includes(said));
  if (faults.length > 0 || refused.length > 0 || flagged.length > 0) return { faults, refused, flagged, report: null };
  return { faults, refused, flagged, report: reportOf(told, kept) };
}

function faultsOf(told: (field: string) => string, { items, routes, quarters }: Offered): ReportFault[] {
  const choice = (field: string, options: readonly string[], isRequired: boolean): ReportFault[] => {
    if (told(field) === '') return isRequired ? [{ field, fault: 'missing' }] : [];
    return options.includes(told(field)) ? [] : [{ field, fault: 'not-offered' }];
  };
  const longer = (names: readonly string[], longest: number): ReportFault[] =>
    names.filter((field) => told(field).length > longest).map((field) => ({ field, fault: 'too-long' }));
  return [
    ...(isSourceKind(told('sourceKind')) ? [] : [{ field: 'sourceKind', fault: 'missing' } as const]),
    ...accountFaults(told('happened')),
    ...(told('nearly') === '' ? [{ field: 'nearly', fault: 'missing' } as const] : []),
    ...required.flatMap((field) => choice(field, reportOptions[field], true)),
    ...open.flatMap((field) => choice(field, reportOptions[field], false)),
    ...choice('item', items, false),
    ...choice('route', routes, false),
    ...choice('quarter', quarters, true),
    ...(told('label') === '' || isSharingLabel(told('label'))
      ? []
      : [{ field: 'label', fault: 'not-offered' } as const]),
    ...longer(toldFields, longestAnswer),
    ...longer(stripFields, longestStripLine),
  ];
}

function accountFaults(account: string): ReportFault[] {
  if (account === '') return [{ field: 'happened', fault: 'missing' }];
  return widthOf(account) < shortestAccount ? [{ field: 'happened', fault: 'too-short' }] : [];
}

/** A Chinese character or kana says about as much as two Latin letters. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(sign) ? 2 : 1), 0);
}

function reportOf(told: (field: string) => string, kept: readonly string[]): NewReport | null {
  const orNull = (field: string) => told(field) || null;
  const sourceKind = told('sourceKind');
  const label = told('label') || usualLabel;
  const texts = Object.fromEntries(toldFields.map((field) => [field, told(field)]));
  const chosen = Object.fromEntries(required.map((field) => [field, told(field)]));
  const perhaps = Object.fromEntries([...open, 'item', 'route'].map((field) => [field, orNull(field)]));
  const own = kept.filter((phrase) => toldFields.some((field) => told(field).includes(phrase)));
  const text = reportTextSchema.safeParse({ ...texts, ...chosen, ...perhaps, quarter: told('quarter'), kept: own });
  const strip = identityStripSchema.parse(Object.fromEntries(stripFields.map((field) => [field, told(field)])));
  if (!text.success || !isSourceKind(sourceKind) || !isSharingLabel(label)) return null;
  return {
    sourceKind,
    text: text.data,
    strip,
    label,
    consent: told('consent') !== '',
    callBack: told('callBack') !== '',
  };
}
