import type { Goal } from '#core/evidence/evidence-report.ts';
import type { Figures } from './figures.ts';

type Form = { aim: 'at-least' | 'at-most'; text: (value: number, figures: Figures) => string };

const share = (value: number, figures: Figures) => figures.percent(value);

/** In which direction each goal lies, and how its figures are written. */
export const goalForms: Record<Goal['id'], Form> = {
  'share-weekly': { aim: 'at-least', text: share },
  'share-pooled': { aim: 'at-least', text: share },
  'below-best-baseline': { aim: 'at-most', text: share },
  'below-best-baseline-pooled': { aim: 'at-most', text: share },
  'below-best-baseline-monthly': { aim: 'at-most', text: share },
  'below-best-baseline-pooled-monthly': { aim: 'at-most', text: share },
  'team-memory-equal-mails': { aim: 'at-least', text: (value, figures) => figures.fixed(value, 2) },
  'team-memory-half-mails': { aim: 'at-most', text: share },
  'mails-against-round-robin': { aim: 'at-most', text: share },
  'mails-against-fsrs-90': { aim: 'at-most', text: share },
  calibration: { aim: 'at-most', text: (value, figures) => figures.fixed(value, 3) },
};
