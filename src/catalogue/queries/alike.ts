import type { CatalogueCase } from '../catalogue.ts';

/** What two cases share below their surface, for pairs that no editor has compared. */
export type Alike = {
  dependencies: string[];
  roles: CatalogueCase['roles'];
  pillar?: CatalogueCase['pillar'];
  record?: CatalogueCase['fading']['record'];
};

function common<T>(left: readonly T[], right: readonly T[]): T[] {
  return left.filter((entry) => right.includes(entry));
}

/** The same dependency, the same people to know it, the same aim of policy, the same record of forgetting. Pure. */
export function alikeIn(left: CatalogueCase, right: CatalogueCase): Alike {
  const samePillar = left.pillar === right.pillar && left.pillar !== 'neither';
  return {
    dependencies: common(left.dependencies, right.dependencies),
    roles: common(left.roles, right.roles),
    ...(samePillar && { pillar: left.pillar }),
    ...(left.fading.record === right.fading.record && { record: left.fading.record }),
  };
}
