import type { BriefItem } from './facts.ts';
import { type Lack, lackOf } from './reading.ts';

/** Items whose team says that a stop of them stops the team; and what is lacking where there are none, or nobody has said of some. */
export function criticalItems(items: readonly BriefItem[]): { critical: BriefItem[]; lacking: Lack[] } {
  const critical = items.filter(({ essential }) => essential === 'yes');
  const lacking = lackOf(
    'essential',
    items.filter(({ essential }) => essential === 'unknown'),
  );
  if (items.length === 0) return { critical, lacking: [{ what: 'items', names: [] }] };
  const isNone = critical.length === 0 && lacking.length === 0;
  return { critical, lacking: isNone ? [{ what: 'no-critical', names: [] }] : lacking };
}
