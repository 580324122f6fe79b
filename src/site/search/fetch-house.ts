import type { HouseRanking } from '#search/house-ranking.ts';
import type { HouseEntry } from './house-entry.ts';

/** What the house wrote, as the desk gives it (pages/desk/house.json.ts). */
export type House = HouseRanking & { entries: HouseEntry[] };

function isHouse(value: unknown): value is House {
  return typeof value === 'object' && value !== null && 'cases' in value && 'others' in value && 'entries' in value;
}

let asking: Promise<House | undefined> | undefined;

/** Whoever is not signed in on the desk is led to its door: that is no answer, and is not followed. */
async function ask(language: string): Promise<House | undefined> {
  try {
    const response = await fetch(`/desk/house.json?language=${language}`, { redirect: 'manual' });
    if (response.status !== 200) return undefined;
    const house: unknown = await response.json();
    return isHouse(house) ? house : undefined;
  } catch {
    return undefined;
  }
}

/** What the house wrote, asked for once; `undefined` where it wrote nothing, and for everybody who may not read it. */
export function fetchHouse(language: string): Promise<House | undefined> {
  asking ??= ask(language);
  return asking;
}
