import type { ExposureItem } from '../exposure/exposure.ts';
import { findingsOf, suggestedVerdict } from './findings.ts';
import type { ItemSteps } from './steps.ts';

/** The steps of an item as they stand before anybody typed: what its exposure says, and nothing besides. Pure. */
export function prefilled(item: ExposureItem): ItemSteps {
  const findings = findingsOf(item);
  const wanting = (kind: string) => findings.some((finding) => finding.finding === kind);
  return {
    map: { mined: '', processed: item.origin ?? '', recycled: '', answered: '', source: '' },
    factors: { which: wanting('one-supplier') ? ['supplier-failure'] : [], why: '' },
    vulnerability: { verdict: suggestedVerdict(item) ?? '', why: '' },
    mitigate: {
      which: [
        ...(wanting('one-country') || wanting('one-supplier') ? (['diversify'] as const) : []),
        ...(wanting('stock-short') ? (['stock'] as const) : []),
      ],
      what: '',
      owner: '',
      by: '',
      cost: '',
      opportunity: '',
    },
  };
}
