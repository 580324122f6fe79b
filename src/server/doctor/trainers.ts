import { AppError } from '#core/errors/app-error.ts';
import type { Settings } from '#server/settings.ts';
import { good, type Verdict } from './finding.ts';

/** Without trainers of the house nobody sees every team, nor who looked. */
export function trainersNamed({ trainers, demo }: Pick<Settings, 'trainers' | 'demo'>): Verdict {
  if (trainers.length === 0 && !demo) throw new AppError('NO_TRAINERS');
  return good();
}
