import { fillLines, lettersWide } from '#i18n/text-width.ts';

/** Geometry of the drawing that shows a lesson cooling. Pure: dates and a frame in, coordinates out. */
export type FadingMoment = { on: string; label: string; kind: 'spark' | 'mark' };

export type FadingFrame = {
  width: number;
  plotHeight: number;
  textSize: number;
  /** The widest a label may be before it is broken into lines. */
  labelWidth: number;
};

export type FadingArea = { path: string; from: number; to: number };
export type FadingLabel = {
  kind: FadingMoment['kind'];
  x: number;
  top: number;
  foot: number;
  textX: number;
  anchor: 'start' | 'end';
  lines: string[];
  left: number;
  right: number;
  bottom: number;
};
export type FadingTick = { x: number; label: string };
export type FadingDrawing = {
  width: number;
  height: number;
  base: number;
  areas: FadingArea[];
  labels: FadingLabel[];
  ticks: FadingTick[];
};

/** Where along a gradient that ends at two per cent of the heat each step of the scale lies. */
export const heatStops = [1, 0.72, 0.46, 0.25, 0.1, 0.02].map((heat, index) => ({
  level: 5 - index,
  offset: Math.round((100 * Math.log(heat)) / Math.log(0.02)) / 100,
}));

const floorHeight = 3;
const letterWidth = 0.56;
const flagGap = 6;
const laneGap = 7;
const axisHeight = 26;
const narrowestLabel = 96;

/** A date as a year with a fraction. What is known only to the month or year stands in its middle. */
export function yearOf(date: string): number {
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined) throw new RangeError(`"${date}" is not a date`);
  if (month === undefined) return year + 0.5;
  return year + (month - 1) / 12 + ((day ?? 15) - 1) / 365.25;
}

type TimeScale = { start: number; end: number; halfLife: number; x: (year: number) => number };

function timeScale(moments: readonly FadingMoment[], width: number): TimeScale {
  const years = moments.map((moment) => yearOf(moment.on));
  const start = Math.min(...years);
  const span = Math.max(Math.max(...years) - start, 0.25);
  const end = start + span * 1.12;
  return {
    start,
    end,
    halfLife: Math.min(1.5, Math.max(0.05, span / 9)),
    x: (year) => 1 + ((year - start) / (end - start)) * (width - 2),
  };
}

/** How the language of the page writes a date, and a moment with its date. */
export type FadingWords = { date: (date: string) => string; moment: (date: string, label: string) => string };

/** Lays out the whole drawing: one area of heat after each spark, a labelled flag for each moment, and the ticks of the years. */
export function drawFading(moments: readonly FadingMoment[], frame: FadingFrame, say: FadingWords): FadingDrawing {
  const scale = timeScale(moments, frame.width);
  const sparks = moments.filter((moment) => moment.kind === 'spark').map((moment) => yearOf(moment.on));
  const flags = layFlags(moments, frame, scale, say);
  const plotTop = Math.max(0, ...flags.map((flag) => flag.bottom)) + 10;
  const base = Math.round(plotTop + frame.plotHeight);
  const yAt = (year: number) =>
    base - floorHeight - heatAt(year, sparks, scale.halfLife) * (frame.plotHeight - floorHeight);
  return {
    width: frame.width,
    height: base + axisHeight,
    base,
    areas: sparks.map((spark, index) =>
      areaAfter(spark, sparks[index + 1] ?? scale.end, scale, base, frame.plotHeight),
    ),
    labels: flags.map(({ moment, ...flag }) => ({
      ...flag,
      foot: round(moment.kind === 'spark' ? base : yAt(yearOf(moment.on))),
    })),
    ticks: ticksOf(scale, frame, say),
  };
}

/** Whole pixels: a tenth would be seen by nobody and is carried on every case page, twice. */
function round(value: number): number {
  return Math.round(value);
}

/** Heat at a time: full at the latest spark, halving from there; none before the first. */
export function heatAt(year: number, sparks: readonly number[], halfLife: number): number {
  const lit = sparks.filter((spark) => spark <= year).at(-1);
  return lit === undefined ? 0 : 2 ** (-(year - lit) / halfLife);
}

function areaAfter(spark: number, until: number, scale: TimeScale, base: number, plotHeight: number): FadingArea {
  const steps = 11;
  const points = Array.from({ length: steps + 1 }, (_, step) => {
    const year = spark + (until - spark) * (step / steps) ** 1.7;
    const height = floorHeight + 2 ** (-(year - spark) / scale.halfLife) * (plotHeight - floorHeight);
    return `${round(scale.x(year))} ${round(base - height)}`;
  });
  const from = round(scale.x(spark));
  const cold = scale.x(spark + (scale.halfLife * Math.log(0.02)) / Math.log(0.5));
  return { path: `M${from} ${base}L${points.join(' ')}V${base}Z`, from, to: round(cold) };
}

type Flag = Omit<FadingLabel, 'foot'> & { moment: FadingMoment };

/** Breaks a label into lines no wider than `width`, as even in length as they will go: no last line of one word. */
export function breakLines(text: string, width: number, textSize: number): string[] {
  const most = Math.floor(width / (textSize * letterWidth));
  let lines = fillLines(text, most);
  for (let fewer = most - 1; fewer > most / 2; fewer -= 1) {
    const even = fillLines(text, fewer);
    if (even.length > lines.length) break;
    lines = even;
  }
  return lines;
}

/**
 * Puts each label on a flag above the plot. Flags that fly to the left come first, latest on top; then those that fly
 * to the right, earliest on top: in that order no pole passes through the text of another.
 */
function layFlags(moments: readonly FadingMoment[], frame: FadingFrame, scale: TimeScale, say: FadingWords): Flag[] {
  const free = moments.map((moment) => looseFlag(moment, frame, scale.x(yearOf(moment.on)), say));
  // A flag that flies to the right stops short of the next pole that comes down from above it.
  const loose = free.map((flag) => {
    const pole = free.find((other) => other.anchor === 'end' && other.x > flag.x);
    const room = pole ? pole.x - flag.x - 2 * flagGap : 0;
    if (flag.anchor === 'end' || room < narrowestLabel || flag.right <= flag.x + room) return flag;
    return looseFlag(flag.moment, { ...frame, labelWidth: room }, flag.x, say);
  });
  const leftward = loose.filter((flag) => flag.anchor === 'end').reverse();
  const rightward = loose.filter((flag) => flag.anchor === 'start');
  const placed: Flag[] = [];
  let laneTop = 0;
  for (const flag of [...leftward, ...rightward]) {
    const lane = placed.filter((other) => other.top === laneTop);
    const crowded = lane.some((other) => flag.left < other.right + 14 && other.left < flag.right + 14);
    if (crowded) laneTop = Math.max(...lane.map((other) => other.bottom)) + laneGap;
    placed.push({ ...flag, top: laneTop, bottom: laneTop + flag.bottom });
  }
  return placed;
}

function looseFlag(moment: FadingMoment, frame: FadingFrame, x: number, say: FadingWords): Flag {
  const lines = breakLines(say.moment(say.date(moment.on), moment.label), frame.labelWidth, frame.textSize);
  const width = Math.max(...lines.map(lettersWide)) * frame.textSize * letterWidth;
  const fitsRight = x + flagGap + width <= frame.width;
  const left = fitsRight ? x + flagGap : Math.max(0, x - flagGap - width);
  return {
    moment,
    kind: moment.kind,
    x: round(x),
    anchor: fitsRight ? 'start' : 'end',
    textX: round(fitsRight ? left : left + width),
    lines,
    left: Math.min(left, x),
    right: Math.max(left + width, x),
    top: 0,
    bottom: Math.round(lines.length * frame.textSize * 1.35),
  };
}

function ticksOf(scale: TimeScale, frame: FadingFrame, say: FadingWords): FadingTick[] {
  const monthWidth = scale.x(scale.start + 1 / 12) - scale.x(scale.start) || 1;
  const step = [1, 2, 3, 6, 12, 24, 60, 120, 240].find((count) => count * monthWidth >= (count % 12 ? 68 : 46)) ?? 480;
  const first = Math.ceil((scale.start * 12) / step) * step;
  const last = Math.floor(scale.end * 12);
  const count = Math.max(0, Math.floor((last - first) / step) + 1);
  return Array.from({ length: count }, (_, index) => first + index * step)
    .map((month) => ({
      x: round(scale.x(month / 12)),
      label: step % 12 ? say.date(monthText(month)) : String(month / 12),
    }))
    .filter((tick) => tick.x >= 14 && tick.x <= frame.width - (step % 12 ? 28 : 16));
}

/** Months since the year 0 as `2011-03`. */
function monthText(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}
