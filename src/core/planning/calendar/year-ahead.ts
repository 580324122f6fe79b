import { shiftOn } from './shift-pattern.ts';
import type { WorkTime } from './work-time.ts';

/** What a day is to a team: worked or off by its week or shifts, a public holiday, or what the firm says of it. */
export type DayKind = 'working' | 'off' | 'holiday' | 'closed' | 'worked';

export type MonthAhead = { month: Temporal.PlainYearMonth; days: { date: string; kind: DayKind }[] };

/** The months from the one of `from` on, each with what its days are to a team. */
export function yearAhead(from: Temporal.PlainDate, months: number, workTime: WorkTime): MonthAhead[] {
  const first = from.toPlainYearMonth();
  return Array.from({ length: months }, (_, ahead) => {
    const month = first.add({ months: ahead });
    const days = Array.from({ length: month.daysInMonth }, (_, index) => month.toPlainDate({ day: index + 1 }));
    return { month, days: days.map((day) => ({ date: day.toString(), kind: kindOf(day, workTime) })) };
  });
}

function kindOf(day: Temporal.PlainDate, { week, shifts, freeDays, workedDays, closedDays }: WorkTime): DayKind {
  const date = day.toString();
  if (closedDays.has(date)) return 'closed';
  if (shifts) return shiftOn(day, shifts) === 'off' ? 'off' : 'working';
  if (workedDays.has(date)) return 'worked';
  if (freeDays.has(date)) return 'holiday';
  return week.has(day.dayOfWeek) ? 'working' : 'off';
}
