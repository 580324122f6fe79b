import type { WorldId } from '#core/evidence/names.ts';
import type { Chain } from '#core/memory/chain/chain.ts';
import { fsrsChain } from '#core/memory/chain/fsrs-chain.ts';
import { usualCurve } from '#core/memory/forgetting-curve.ts';
import { type MemoryModel, usualModel } from '#core/memory/memory-model.ts';
import { actRChain } from './act-r-chain.ts';
import { halfLifeChain } from './half-life-chain.ts';
import { tracesChain } from './traces-chain.ts';

/** A world: the chains memory may follow, and which of them a person follows with a lesson. */
export type World = { id: WorldId; chains: readonly Chain[]; chainOf: (person: number, lesson: number) => number };

const assumed = { model: usualModel, firstScale: 1, difficulty: null } as const;

/** FSRS-6 as published. */
const flat: MemoryModel = { ...usualModel, curve: { ...usualCurve, decay: 0.1542 } };

/** Multiples of how long people keep what they learn, and difficulties of lessons, in the world where they differ. */
const abilities = [0.4, 1, 2.5] as const;
const difficulties = [2, 5, 8] as const;

/** `readingShare`: what reading without answering is worth, as a share of a right answer. */
export function worldOf(id: WorldId, readingShare: number): World {
  const usual = { ...assumed, readingShare };
  switch (id) {
    case 'fsrs-decay-50':
      return ofOneChain(id, fsrsChain(usual));
    case 'fsrs-decay-15':
      return ofOneChain(id, fsrsChain({ ...usual, model: flat }));
    case 'half-life':
      return ofOneChain(id, halfLifeChain(readingShare));
    case 'traces':
      return ofOneChain(id, tracesChain(readingShare));
    case 'longer-first':
      return ofOneChain(id, fsrsChain({ ...usual, firstScale: 3 }));
    case 'shorter-first':
      return ofOneChain(id, fsrsChain({ ...usual, firstScale: 1 / 3 }));
    case 'flat-and-longer':
      return ofOneChain(id, fsrsChain({ ...usual, model: flat, firstScale: 3 }));
    case 'act-r':
      return ofOneChain(id, actRChain(readingShare));
    case 'mixed-people':
      return mixedPeople(readingShare);
  }
}

function ofOneChain(id: WorldId, chain: Chain): World {
  return { id, chains: [chain], chainOf: () => 0 };
}

/** Abilities follow the seat and not the answer rate, which goes by threes: every nine people have every pair. */
function mixedPeople(readingShare: number): World {
  const chains = abilities.flatMap((scale) =>
    difficulties.map((difficulty) =>
      fsrsChain({ ...assumed, readingShare, difficulty, model: { ...usualModel, curve: { ...usualCurve, scale } } }),
    ),
  );
  return {
    id: 'mixed-people',
    chains,
    chainOf: (person, lesson) => (Math.floor(person / 3) % abilities.length) * difficulties.length + ((lesson % 8) % 3),
  };
}
