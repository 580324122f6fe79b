/** A quarter of the calendar year, as it is written: `2026-Q4`. */
export type Quarter = { year: number; number: number };

/** `2026-Q4`, or `null` for what is none. */
export function quarterIn(text: string | null): Quarter | null {
  const found = /^(\d{4})-?Q([1-4])$/i.exec((text ?? '').trim());
  return found ? { year: Number(found[1]), number: Number(found[2]) } : null;
}

export function quarterText({ year, number }: Quarter): string {
  return `${year}-Q${number}`;
}

/** The quarter that a local day (`2026-11-30`) lies in. */
export function quarterOf(day: string): Quarter {
  const { year, month } = Temporal.PlainDate.from(day);
  return { year, number: Math.ceil(month / 3) };
}

export function firstDayOf({ year, number }: Quarter): string {
  return Temporal.PlainDate.from({ year, month: 3 * number - 2, day: 1 }).toString();
}

export function lastDayOf(quarter: Quarter): string {
  return Temporal.PlainDate.from(firstDayOf(quarter)).add({ months: 3 }).subtract({ days: 1 }).toString();
}

export function quarterBefore({ year, number }: Quarter): Quarter {
  return number === 1 ? { year: year - 1, number: 4 } : { year, number: number - 1 };
}

/** Whether its last day lies before a local day. */
export function isOver(quarter: Quarter, on: string): boolean {
  return lastDayOf(quarter) < on;
}
