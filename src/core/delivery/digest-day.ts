import { dateAt, wallAt } from '#core/planning/calendar/zone-clock.ts';

/** From this hour of a trainer's morning on. */
const fromHour = 7;

/** Monday is 1; 0 is never. */
type Wish = { weekday: number; sentOn: string | null };

/** The local day whose digest is due to somebody at `now`, or `null`: on their weekday, in the morning, once. */
export function digestDue({ weekday, sentOn }: Wish, zone: string, now: number): string | null {
  const today = dateAt(now, zone);
  if (today.dayOfWeek !== weekday || wallAt(now, zone).hour < fromHour) return null;
  return sentOn === today.toString() ? null : today.toString();
}
