/** A scale of years, drawn in whole steps so that its ends are ticks. */
export type Years = { from: number; to: number; step: number };

export type Dated = { start: string; end?: string | undefined };

/** From the step before the first case to the step after `today`. Pure. */
export function yearsOf(cases: readonly Dated[], today: number, step = 5): Years {
  const first = Math.min(today, ...cases.map(({ start }) => Number(start.slice(0, 4))));
  return { from: Math.floor(first / step) * step, to: Math.ceil((today + 1) / step) * step, step };
}

export function ticksOf({ from, to, step }: Years): number[] {
  return Array.from({ length: (to - from) / step }, (_, index) => from + index * step);
}

function yearOf(date: string, part: 'start' | 'end'): number {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return part === 'start' ? year : year + 1;
  return year + (month - 1) / 12 + ((day ?? (part === 'start' ? 1 : 30)) - 1) / 365.25;
}

const shortest = 5;

/** Where the bar of a case begins on a scale `width` wide, and how long it is; a day is still a mark that can be seen. Pure. */
export function barOf({ start, end }: Dated, { from, to }: Years, width: number): { x: number; length: number } {
  const at = (year: number) => ((year - from) / (to - from)) * width;
  const x = Math.round(at(yearOf(start, 'start')));
  return { x, length: Math.max(shortest, Math.round(at(yearOf(end ?? start, 'end'))) - x) };
}

/** One dot a case, piled up over its year: the height of the pile is the number of cases. `y` counts from the ground. Pure. */
export function pilesOf(cases: readonly Dated[], { from, to }: Years, width: number): { x: number; y: number }[] {
  const piled = new Map<number, number>();
  return cases.map(({ start }) => {
    const year = Number(start.slice(0, 4));
    const y = piled.get(year) ?? 0;
    piled.set(year, y + 1);
    return { x: Math.round(((year + 0.5 - from) / (to - from)) * width), y };
  });
}
