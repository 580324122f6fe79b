import { seededOrder } from '#core/planning/seeded-order.ts';

/**
 * What a morning may bring to a trainer's eyes, of one team: a lesson that hangs on one person; people who leave soon; a lesson about to be more
 * likely forgotten than not; news that nobody was told of; a signal whose end comes; nobody ever asked; nothing described; a safeguard that
 * nobody looked at, that nobody sees to, or whose case is gone.
 */
export const morningKinds = [
  'on-one',
  'leaving',
  'falling',
  'news',
  'signal-ends',
  'never-asked',
  'undescribed',
  'safeguard-unkept',
  'safeguard-ownerless',
  'safeguard-caseless',
] as const;

export type MorningKind = (typeof morningKinds)[number];

/** What the place of a line depends on. */
export type Ranked = {
  kind: MorningKind;
  teamId: number;
  /** Days in which something can still be done; 0 is today. */
  days: number;
  /** What would be lost, as a share of what this kind can cost a team, 0 to 1. */
  stake: number;
};

/** Lines that somebody reads before the first coffee. */
export const mostLines = 7;

/** What each kind costs a team at most, beside the others. Ours: a lesson gone is dearer than a team that starts a week later. */
const cost: Record<MorningKind, number> = {
  'on-one': 1,
  leaving: 0.9,
  falling: 0.8,
  news: 0.9,
  'signal-ends': 0.5,
  'never-asked': 0.7,
  undescribed: 0.6,
  'safeguard-unkept': 0.8,
  'safeguard-ownerless': 0.6,
  'safeguard-caseless': 0.4,
};

/** Half as urgent for each week that is left. */
const halfLifeDays = 7;

/** In a house of several teams no team takes more lines than this, so that the morning is not all about one. */
const mostOfOneTeam = 2;

export function urgencyOf(days: number): number {
  return 2 ** (-Math.max(0, days) / halfLifeDays);
}

/** Urgency times consequence: what is lost if it waits. */
export function pressOf({ kind, days, stake }: Ranked): number {
  return urgencyOf(days) * cost[kind] * stake;
}

/**
 * The lines to show, those that press most in front; of equals whichever the day's seed puts first, so that it is not always the oldest team. A house
 * of one team sees all of its own. Pure: the same morning gives the same lines.
 */
export function foremost<Line extends Ranked>(lines: readonly Line[], seed: string): Line[] {
  const teams = new Set(lines.map(({ teamId }) => teamId));
  const mostOfEach = teams.size > mostLines / mostOfOneTeam ? mostOfOneTeam : mostLines;
  const inOrder = seededOrder(lines, ({ teamId }) => teamId, seed).sort((a, b) => pressOf(b) - pressOf(a));
  const taken = new Map<number, number>();
  const chosen: Line[] = [];
  for (const line of inOrder) {
    if (chosen.length === mostLines) break;
    const ofTeam = taken.get(line.teamId) ?? 0;
    if (ofTeam === mostOfEach) continue;
    taken.set(line.teamId, ofTeam + 1);
    chosen.push(line);
  }
  return chosen;
}
