/** The band of years below the map: one bar for each case, from its start to its end, and no two labels in one place. Pure. */
export type BandCase = { id: string; start: string; end?: string | undefined; label: string };
export type BandBar = {
  id: string;
  x: number;
  width: number;
  y: number;
  textX: number;
  anchor: 'start' | 'end';
  label: string;
};
export type TimeBand = { bars: BandBar[]; ticks: { x: number; year: number }[]; height: number; base: number };

export type BandFrame = {
  width: number;
  laneHeight: number;
  letterWidth: number;
  from: number;
  to: number;
  tickYears: number;
};

const shortest = 7;
const gap = 9;

function yearOf(date: string, whenPart: 'start' | 'end'): number {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return whenPart === 'start' ? year : year + 1;
  return year + (month - 1) / 12 + ((day ?? (whenPart === 'start' ? 1 : 30)) - 1) / 365.25;
}

/** Lays each case on the first lane where its bar and its label meet no other, and puts the years below. */
export function layBand(cases: readonly BandCase[], frame: BandFrame): TimeBand {
  const x = (year: number) => Math.round(((year - frame.from) / (frame.to - frame.from)) * frame.width);
  const lanes: number[][] = [];
  const bars = [...cases]
    .sort((a, b) => a.start.localeCompare(b.start))
    .map((entry) => {
      const left = x(yearOf(entry.start, 'start'));
      const width = Math.max(shortest, x(yearOf(entry.end ?? entry.start, 'end')) - left);
      const textWidth = entry.label.length * frame.letterWidth;
      const fitsRight = left + width + gap + textWidth <= frame.width;
      const span: [number, number] = fitsRight
        ? [left, left + width + gap + textWidth]
        : [left - gap - textWidth, left + width];
      const lane = freeLane(lanes, span);
      return {
        id: entry.id,
        x: left,
        width,
        y: lane * frame.laneHeight + Math.round(frame.laneHeight / 2),
        textX: fitsRight ? left + width + gap : left - gap,
        anchor: fitsRight ? ('start' as const) : ('end' as const),
        label: entry.label,
      };
    });
  const base = lanes.length * frame.laneHeight + 6;
  const first = Math.ceil(frame.from / frame.tickYears) * frame.tickYears;
  const count = Math.floor((frame.to - first) / frame.tickYears) + 1;
  const ticks = Array.from({ length: count }, (_, index) => first + index * frame.tickYears).map((year) => ({
    year,
    x: x(year),
  }));
  return { bars, ticks, base, height: base + 26 };
}

/** The first lane in which nothing touches `span`; it is taken at once. */
function freeLane(lanes: number[][], [from, to]: [number, number]): number {
  const index = lanes.findIndex((taken) => {
    for (let at = 0; at < taken.length; at += 2) {
      if (from < (taken[at + 1] ?? 0) + 18 && (taken[at] ?? 0) < to + 18) return false;
    }
    return true;
  });
  const lane = index === -1 ? lanes.length : index;
  lanes[lane] = [...(lanes[lane] ?? []), from, to];
  return lane;
}
