import { AppError } from '#core/errors/app-error.ts';
import type { Settings } from '#server/settings.ts';
import { good, type Verdict } from './finding.ts';

export function trainersNamed({ trainers, demo }: Pick<Settings, 'trainers' | 'demo'>): Verdict {
  if (trainers.length === 0 && !demo) throw new AppError('NO_TRAINERS');
  return good();
}
