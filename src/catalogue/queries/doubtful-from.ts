import { checkBeforeUse, type InstrumentFile } from '../schema/instrument.ts';

type Checked = Pick<InstrumentFile, 'deadline' | 'checkedOn' | 'validUntil'>;

/** The day from which an instrument says "check before use", and why. A page built before that day can still tell its reader after it. */
export type DoubtfulFrom = { on: string; why: 'deadline-past' | 'lapsed' | 'old' };

/** Long enough for any check that is not yet too old; a deadline further off is met by a later check first. */
const mostDays = 400;

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The first day, `today` or later, on which `checkBeforeUse` gives a reason. `today` is a date as `2026-11-24`. Pure. */
export function doubtfulFrom(instrument: Checked, today: string): DoubtfulFrom {
  for (let days = 0; days <= mostDays; days += 1) {
    const on = dayAfter(today, days);
    const why = checkBeforeUse(instrument, on);
    if (why) return { on, why };
  }
  throw new RangeError(`an instrument checked on ${instrument.checkedOn} cannot be fresh for ${mostDays} days`);
}
