import type { Catalogue } from '../catalogue.ts';
import { checkBeforeUse } from '../schema/instrument.ts';
import { type Lapsing, lapsingFacts } from './lapsing.ts';

/** Something an editor looks at in a month, and why. */
export type Due = { file: string; why: string };

/** A case is read against its sources once a year: courts decide, figures are revised, firms merge. */
const reviewMonths = 12;

const instrumentReasons = {
  old: 'its sources were last read more than 180 days ago',
  'deadline-past': 'its deadline has passed',
  lapsed: 'what it says has lapsed',
} as const;

/** What to look at by the end of a month (`2026-12`): facts that lapse, cases not reviewed for a year, instruments and lists grown old. Pure. */
export function dueInMonth(catalogue: Pick<Catalogue, 'cases' | 'instruments' | 'lists'>, month: string): Due[] {
  const end = lastDayOf(month);
  return [
    ...lapsingFacts(catalogue)
      .filter(({ validUntil }) => validUntil <= end)
      .map(lapse),
    ...catalogue.cases.flatMap(({ id, reviewedOn }) => unreviewed(id, reviewedOn, month)),
    ...catalogue.instruments.flatMap((entry) => oldPaper(`instruments/${entry.id}.yaml`, checkBeforeUse(entry, end))),
    ...Object.entries(catalogue.lists).flatMap(([name, list]) =>
      oldPaper(`lists/${name}.yaml`, checkBeforeUse({ checkedOn: list.checkedOn }, end)),
    ),
  ];
}

function lapse({ file, field, validUntil, says }: Lapsing): Due {
  return { file, why: `${field} holds until ${validUntil} ("${says}")` };
}

function unreviewed(id: string, reviewedOn: string | undefined, month: string): Due[] {
  const file = `cases/${id}/index.mdx`;
  if (reviewedOn === undefined) return [{ file, why: 'it was never reviewed' }];
  const lastYear = Temporal.PlainYearMonth.from(month).subtract({ months: reviewMonths }).toString();
  // A year alone was at the latest its December.
  const reviewed = reviewedOn.length === 4 ? `${reviewedOn}-12` : reviewedOn.slice(0, 7);
  return reviewed <= lastYear ? [{ file, why: `it was last reviewed ${reviewedOn}, a year ago or more` }] : [];
}

function oldPaper(file: string, reason: keyof typeof instrumentReasons | null): Due[] {
  return reason === null ? [] : [{ file, why: instrumentReasons[reason] }];
}

function lastDayOf(month: string): string {
  const { year, month: number, daysInMonth } = Temporal.PlainYearMonth.from(month);
  return Temporal.PlainDate.from({ year, month: number, day: daysInMonth }).toString();
}
