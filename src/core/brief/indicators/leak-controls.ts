import type { BriefFacts } from '../facts.ts';
import { anInput, lackOf, missing, type Reading } from '../reading.ts';

/** The five routes by which know-how leaks, in METI’s guidance of 23 May 2025. */
export const leakageRoutes = 5;

/** 9. Leakage routes guarded ÷ five for each item in which we lead, of which that was said. */
export function leakControls({ items }: BriefFacts): Reading {
  if (items.length === 0) return missing({ what: 'items', names: [] });
  const leading = items.filter(({ lead }) => lead === 'yes');
  if (items.every(({ lead }) => lead === 'no')) return missing({ what: 'no-lead', names: [] });
  const lacking = lackOf(
    'lead',
    items.filter(({ lead }) => lead === 'unknown'),
  );
  const said = leading.flatMap(({ name, leakControls: held }) => (held === null ? [] : [{ name, held }]));
  const unsaid = leading.filter(({ leakControls: held }) => held === null);
  const held = said.reduce((sum, entry) => sum + entry.held, 0);
  return {
    value: said.length === 0 ? null : held / (leakageRoutes * said.length),
    beside: null,
    inputs: said
      .toSorted((a, b) => a.held - b.held)
      .map((entry) => anInput('item', entry.name, { value: entry.held, of: leakageRoutes })),
    lacking: [...lacking, ...lackOf('leak-controls', unsaid)],
  };
}
