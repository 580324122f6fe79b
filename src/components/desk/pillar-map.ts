import { scaleLinear } from 'd3-scale';
import type { PolicyColourId } from '#core/exposure/policy-colours.ts';

/** Geometry of the map of a team's items: autonomy to the right, indispensability upwards. Pure: scores in, coordinates out. */
export type MapItem = {
  number: number;
  colours: readonly PolicyColourId[];
  /** 0 to 100; null is not known. */
  autonomy: number | null;
  indispensability: number | null;
};

export type MapMark = {
  number: number;
  colours: readonly PolicyColourId[];
  /** Where the scores lie. */
  at: { x: number; y: number };
  /** Top left of the mark: on that place, or near it when another mark lies there. */
  left: number;
  top: number;
  /** Where its number begins. */
  numberX: number;
  /** Whether a line must lead from the mark to its place. */
  moved: boolean;
};

type Box = { left: number; top: number; right: number; bottom: number };

/** Where items lie of which a score is not known: those that have the other by that one, those that have none in the order of the list. */
export type MapStrip = { missing: 'autonomy' | 'indispensability'; box: Box; marks: readonly MapMark[] };

export type PillarMap = { marks: readonly MapMark[]; strips: readonly MapStrip[]; height: number };

/** Units of the drawing; it is shown at about one pixel a unit, so that its text stays readable on a phone. */
export const mapFrame = {
  width: 342,
  plot: { left: 38, top: 24, right: 338, bottom: 324 },
  /** Scores of 0 and 100 lie this far inside the plot, so that their marks do too. */
  inset: 18,
  /** The strips below the plot; each grows by rows and has its name above it. Marks that no score spreads stand closer. */
  strip: { top: 388, row: 17, gap: 24, inRow: { autonomy: 6, indispensability: 4 } },
  shape: 11,
  text: 12,
} as const;

/** Where a score of 0 to 100 lies. */
export const mapScales = {
  x: scaleLinear([0, 100], [mapFrame.plot.left + mapFrame.inset, mapFrame.plot.right - mapFrame.inset]),
  y: scaleLinear([0, 100], [mapFrame.plot.bottom - mapFrame.inset, mapFrame.plot.top + mapFrame.inset]),
};

const digitWidth = 7.5;
const gap = 3;

/** Lays out the map. No two marks cover each other as long as there is room, whatever the scores. */
export function drawPillarMap(items: readonly MapItem[]): PillarMap {
  const { plot, strip } = mapFrame;
  const { x, y } = mapScales;
  const missing = Map.groupBy(items, missingOf);
  const halfPlaced = stripOf('indispensability', strip.top, missing.get('indispensability') ?? []);
  const nextTop = halfPlaced ? halfPlaced.box.bottom + strip.gap : strip.top;
  const strips = [halfPlaced, stripOf('autonomy', nextTop, missing.get('autonomy') ?? [])].filter(
    (entry) => entry !== null,
  );
  const last = strips.at(-1);
  return {
    marks: place(missing.get(null) ?? [], plot, (item) => ({
      x: x(item.autonomy ?? 0),
      y: y(item.indispensability ?? 0),
    })),
    strips,
    height: last ? last.box.bottom + 2 : plot.bottom + 38,
  };
}

/** The score that keeps an item out of the plot: without autonomy it has no place in either direction. */
function missingOf({ autonomy, indispensability }: MapItem): MapStrip['missing'] | null {
  if (autonomy === null) return 'autonomy';
  return indispensability === null ? 'indispensability' : null;
}

function stripOf(missing: MapStrip['missing'], top: number, items: readonly MapItem[]): MapStrip | null {
  if (items.length === 0) return null;
  const { plot, strip } = mapFrame;
  const inRow = strip.inRow[missing];
  const box = { ...plot, top, bottom: top + Math.ceil(items.length / inRow) * strip.row };
  const cell = (plot.right - plot.left) / inRow;
  const inOrder = (index: number) => ({
    x: plot.left + ((index % inRow) + 0.5) * cell,
    y: top + (Math.floor(index / inRow) + 0.5) * strip.row,
  });
  const byAutonomy = (autonomy: number) => ({ x: mapScales.x(autonomy), y: top + strip.row / 2 });
  const marks = place(items, box, ({ autonomy }, index) => (autonomy === null ? inOrder(index) : byAutonomy(autonomy)));
  return { missing, box, marks };
}

/** Puts each mark on its place, or as near to it as the marks before it allow. */
function place(
  items: readonly MapItem[],
  room: Box,
  placeOf: (item: MapItem, index: number) => { x: number; y: number },
): MapMark[] {
  const taken: Box[] = [];
  return items.map((item, index) => {
    const at = placeOf(item, index);
    const size = sizeOf(item);
    const exact = boxAround(at, size, room);
    const box =
      offsets
        .map(([dx, dy]) => boxAround({ x: at.x + dx, y: at.y + dy }, size, room))
        .find((entry) => isFree(entry, taken)) ?? exact;
    taken.push(box);
    return {
      number: item.number,
      colours: item.colours,
      at: { x: round(at.x), y: round(at.y) },
      left: round(box.left),
      top: round(box.top),
      numberX: round(box.left + shapesWidth(item) + gap),
      moved: Math.hypot(box.left - exact.left, box.top - exact.top) > 1,
    };
  });
}

/** From the place itself outwards, ring by ring, upwards first: most items lie low, and to the right of a mark stands its number. */
const offsets: readonly (readonly [number, number])[] = [
  [0, 0],
  ...Array.from({ length: 24 }, (_, ring) => ring + 1).flatMap((ring) =>
    Array.from({ length: 16 }, (_, step) => {
      const angle = (0.75 + step / 16) * 2 * Math.PI;
      return [ring * 7 * Math.cos(angle), ring * 7 * Math.sin(angle)] as const;
    }),
  ),
];

/** An item without a colour has a shape too: a hollow diamond. */
function shapesWidth({ colours }: MapItem): number {
  return Math.max(1, colours.length) * (mapFrame.shape + 1) - 1;
}

function sizeOf(item: MapItem): { width: number; height: number } {
  return { width: shapesWidth(item) + gap + String(item.number).length * digitWidth, height: mapFrame.shape + 2 };
}

/** A box around a place, pushed inside the room. */
function boxAround(
  { x, y }: { x: number; y: number },
  { width, height }: { width: number; height: number },
  room: Box,
): Box {
  const left = Math.min(Math.max(x - width / 2, room.left + 2), room.right - width - 2);
  const top = Math.min(Math.max(y - height / 2, room.top + 2), room.bottom - height - 2);
  return { left, top, right: left + width, bottom: top + height };
}

const clearance = 2;

function isFree(box: Box, taken: readonly Box[]): boolean {
  return taken.every(
    (other) =>
      box.right + clearance <= other.left ||
      other.right + clearance <= box.left ||
      box.bottom + clearance <= other.top ||
      other.bottom + clearance <= box.top,
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
