import type { PolicyId } from '#core/evidence/names.ts';
import { pricePerMail } from '#core/planning/plan-team-day.ts';
import type { Desk, Policy } from '../policy.ts';
import { broadcast, newsletter, nothing, random, roundRobin } from './by-calendar.ts';
import { greedy } from './by-gain.ts';
import { byIndex, type IndexTables } from './by-index.ts';
import { expanding, kerfoot, leitner, memrise, sm2 } from './by-interval.ts';
import { fsrsThreshold, lowestRecall, lowestRecallWeighted, memorize } from './by-recall.ts';
import { countingPeople } from './counting-people.ts';
import { countingTeams } from './counting-teams.ts';

/** What a policy id stands for. The index needs its tables, made once for a setting. */
export function policyOf(id: PolicyId, desk: Desk, index: IndexTables): Policy {
  switch (id) {
    case 'nothing':
      return nothing();
    case 'newsletter':
      return newsletter(desk);
    case 'broadcast':
      return broadcast(desk);
    case 'random':
      return random(desk);
    case 'round-robin':
      return roundRobin(desk, 'all');
    case 'round-robin-relevant':
      return roundRobin(desk, 'relevant');
    case 'expanding':
      return expanding(desk);
    case 'memrise':
      return memrise(desk);
    case 'kerfoot':
      return kerfoot(desk);
    case 'leitner':
      return leitner(desk);
    case 'sm-2':
      return sm2(desk);
    case 'lowest-recall':
      return lowestRecall(desk);
    case 'fsrs-90':
      return fsrsThreshold(desk, 90);
    case 'fsrs-80':
      return fsrsThreshold(desk, 80);
    case 'fsrs-70':
      return fsrsThreshold(desk, 70);
    case 'memorize':
      return memorize(desk);
    case 'lowest-recall-weighted':
      return lowestRecallWeighted(desk);
    case 'greedy-4':
      return greedy(desk, 4);
    case 'greedy-13':
      return greedy(desk, 13);
    case 'greedy-26':
      return greedy(desk, 26);
    case 'greedy-52':
      return greedy(desk, 52);
    case 'index':
      return byIndex(desk, index);
    case 'nodomoto-people':
      return countingPeople(desk);
    case 'nodomoto':
      return countingTeams(desk, 0);
    case 'nodomoto-priced':
      return countingTeams(desk, pricePerMail);
  }
}
