import type { BriefItem } from './facts.ts';
import { type Lack, lackOf } from './reading.ts';

/** Items whose team says that a stop of them stops the team; and what is lacking where there are none, or nobody has said of some. */
export function criticalItems(items: readonly BriefItem[]): { critical: BriefItem[]; lacking: Lack[] } {
  const critical = items.filter(({ essential }) => essential === 'yes');
  const lacking = lackOf(
    'essential',
    items.filter(({ essential }) => essential === 'unknown'),
  );
  return { critical, lacking: items.length === 0 ? [{ what: 'items', names: [] }] : lacking };
}
