import type { Organisation } from './organisation.ts';
import type { Allowance } from './policy.ts';

/** How much an arm deserves an e-mail in this week. Zero or less: it is not due. */
export type Priority = (arm: number, week: number, person: number, lesson: number) => number;

export type Scope = 'all' | 'relevant';

type Choice = (week: number, allowance: Allowance) => number[];

/** In each week the arms of highest priority: the first few of each person, and of those the first `total`. Ties fall to the lower number. */
export function highestFirst(organisation: Organisation, scope: Scope, priority: Priority): Choice {
  const arms = armsInScope(organisation, scope);
  return (week, allowance) => {
    const chosen: { arm: number; worth: number }[] = [];
    arms.forEach((ofPerson, person) => {
      for (const entry of bestOf(ofPerson, allowance.perPerson, (arm) => {
        const lesson = arm % organisation.lessons;
        return (organisation.introducedIn[lesson] ?? 0) > week ? 0 : priority(arm, week, person, lesson);
      }))
        chosen.push(entry);
    });
    if (chosen.length > allowance.total) chosen.sort((a, b) => b.worth - a.worth || a.arm - b.arm);
    return chosen.slice(0, allowance.total).map((entry) => entry.arm);
  };
}

function bestOf(arms: Int32Array, most: number, worthOf: (arm: number) => number): { arm: number; worth: number }[] {
  const best: { arm: number; worth: number }[] = [];
  for (const arm of arms) {
    const worth = worthOf(arm);
    if (!(worth > 0)) continue;
    if (best.length === most && worth <= (best.at(-1)?.worth ?? 0)) continue;
    const place = best.findIndex((entry) => worth > entry.worth);
    best.splice(place < 0 ? best.length : place, 0, { arm, worth });
    if (best.length > most) best.pop();
  }
  return best;
}

/** The arms of each person: those that concern them, or all. */
export function armsInScope({ people, lessons, weight }: Organisation, scope: Scope): Int32Array[] {
  return Array.from({ length: people }, (_, person) => {
    const all = Int32Array.from({ length: lessons }, (_, lesson) => person * lessons + lesson);
    return scope === 'all' ? all : all.filter((arm) => (weight[arm] ?? 0) > 0);
  });
}
