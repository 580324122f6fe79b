import { answersFromItem, type ItemAnswers } from '#core/exposure/answers-from-item.ts';
import type { ExposureItem } from '#core/exposure/exposure.ts';
import {
  type AutonomyReason,
  autonomyOf,
  type IndispensabilityReason,
  indispensabilityOf,
  type PillarScore,
} from '#core/exposure/pillar-scores.ts';
import { colourOf, type ItemColour } from '#core/exposure/policy-colour.ts';

/** Where two scores put an item: who needs whom. */
export type Quadrant = 'exposed' | 'independent' | 'bound' | 'needed';

/** All that the desk says of one item, with what each word of it rests on. */
export type ItemStanding = ItemAnswers & {
  item: ExposureItem;
  colour: ItemColour;
  autonomy: PillarScore<AutonomyReason>;
  indispensability: PillarScore<IndispensabilityReason>;
  /** Null while one of the scores is not known. */
  quadrant: Quadrant | null;
};

/** The middle of both scores; a score of 50 lies above it. */
export const middleScore = 50;

export function itemStanding(item: ExposureItem): ItemStanding {
  const sorted = answersFromItem(item);
  const autonomy = autonomyOf(item);
  const indispensability = indispensabilityOf(sorted.answers, item.leakControls);
  const quadrant = quadrantOf(autonomy.score, indispensability.score);
  return { item, ...sorted, colour: colourOf(sorted.answers), autonomy, indispensability, quadrant };
}

/** Every item of a team, what presses most in front. */
export function teamStanding(items: readonly ExposureItem[]): ItemStanding[] {
  return items.map(itemStanding).sort(mostPressingFirst);
}

/**
 * Green ones first, then other colours, then none; among equals the least autonomous first, what is not known last; then that on which most of the sales
 * rest, and the name.
 */
export function mostPressingFirst(a: ItemStanding, b: ItemStanding): number {
  return (
    pressing(a) - pressing(b) ||
    knownFirst(a) - knownFirst(b) ||
    (b.item.revenueShare ?? 0) - (a.item.revenueShare ?? 0) ||
    a.item.name.localeCompare(b.item.name)
  );
}

function knownFirst({ autonomy: { score } }: ItemStanding): number {
  return score ?? Number.MAX_SAFE_INTEGER;
}

function pressing({ colour: { colours } }: ItemStanding): number {
  if (colours.includes('green')) return 0;
  return colours.length > 0 ? 1 : 2;
}

function quadrantOf(autonomy: number | null, indispensability: number | null): Quadrant | null {
  if (autonomy === null || indispensability === null) return null;
  if (autonomy < middleScore) return indispensability < middleScore ? 'exposed' : 'bound';
  return indispensability < middleScore ? 'independent' : 'needed';
}
