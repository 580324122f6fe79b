import { z } from 'zod';
import { blankAsAbsent } from './blank.ts';

const hours = (most: number, usual: number) =>
  z.preprocess(
    blankAsAbsent,
    z.coerce
      .number('write a number of hours')
      .min(0.25, 'at least 0.25, which is a quarter of an hour')
      .max(most, `at most ${most}`)
      .default(usual),
  );

export const sessionShape = {
  SESSION_IDLE_HOURS: hours(24, 8).describe(
    'After how many hours without a click a trainer signs in anew, 0.25 to 24.',
  ),
  SESSION_HOURS: hours(168, 168).describe(
    'After how many hours a trainer signs in anew in any case, 0.25 to 168, which is a week.',
  ),
};
