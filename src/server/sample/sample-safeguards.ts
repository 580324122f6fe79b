import type { Standing } from '#core/safeguards/standing.ts';
import { readSafeguards } from '#server/safeguards/read-safeguards.ts';
import { fromSample, sampleNow } from './sample-store.ts';

/** A safeguard as anybody may read it: without whoever sees to it. */
export type SampleSafeguard = {
  title: string;
  team: string;
  since: string;
  caseId: string;
  reason: string;
  isOwned: boolean;
  standing: Standing;
};

/** The register of the invented house. */
export async function sampleSafeguards(): Promise<SampleSafeguard[]> {
  const all = await fromSample((db) => readSafeguards(db, { of: 'all' }, sampleNow));
  return all.map(({ title, team, since, caseId, reason, owner, standing }) => ({
    ...{ title, since, caseId, reason, standing },
    team: team.name,
    isOwned: owner !== null,
  }));
}
