import { answersFromItem, mostlyOneCountry } from '../exposure/answers-from-item.ts';
import type { ExposureItem } from '../exposure/exposure.ts';
import type { verdicts } from './steps.ts';

/** What the figures of an item say about how vulnerable it is. */
export type Finding =
  | { finding: 'one-country'; country: string | null; share: number }
  | { finding: 'one-supplier' }
  /** Days between the end of the stock and the return of supply. */
  | { finding: 'stock-short'; days: number }
  | { finding: 'never-tested' }
  | { finding: 'unseen-below' }
  | { finding: 'sales'; share: number }
  | { finding: 'unknown'; what: 'share' | 'suppliers' | 'stock' };

/** Each finding of an item, the figures that nobody gave last. Pure. */
export function findingsOf(item: ExposureItem): Finding[] {
  const { share, origin, suppliers, stockDays, recoveryDays, tiersMapped, testedOn, revenueShare, alternative } = item;
  const findings: (Finding | false)[] = [
    share !== null && share >= mostlyOneCountry && { finding: 'one-country', country: origin, share },
    suppliers !== null && suppliers <= 1 && { finding: 'one-supplier' },
    stockDays !== null &&
      recoveryDays !== null &&
      recoveryDays > stockDays && { finding: 'stock-short', days: Math.round(recoveryDays - stockDays) },
    alternative !== 'tested' && testedOn === null && { finding: 'never-tested' },
    (tiersMapped === null || tiersMapped === 0) && { finding: 'unseen-below' },
    revenueShare !== null && revenueShare > 0 && { finding: 'sales', share: revenueShare },
    share === null && { finding: 'unknown', what: 'share' },
    suppliers === null && { finding: 'unknown', what: 'suppliers' },
    (stockDays === null || recoveryDays === null) && { finding: 'unknown', what: 'stock' },
  ];
  return findings.filter((finding) => finding !== false);
}

/**
 * What the figures suggest; the team decides. Significant is what it cannot do without, hangs on one source and is not bridged by stock. What is not known is
 * never taken for safe: then there is no suggestion.
 */
export function suggestedVerdict(item: ExposureItem): (typeof verdicts)[number] | null {
  const { essential, dependent } = answersFromItem(item).answers;
  const short = item.stockDays === null || item.recoveryDays === null ? null : item.recoveryDays > item.stockDays;
  if (essential === 'no' || dependent === 'no' || short === false) return 'not-significant';
  return essential === 'yes' && dependent === 'yes' && short ? 'significant' : null;
}
