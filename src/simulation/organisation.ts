import { chance, uses } from './chance.ts';

/** People, what concerns them and how they behave. A (person, lesson) pair is an *arm*, numbered person x lessons + lesson. */
export type Organisation = {
  id: 'roles-and-weights' | 'equal-lessons';
  people: number;
  lessons: number;
  roles: number;
  teamOf: Int32Array;
  members: readonly (readonly number[])[];
  /** Per arm: what recalling it is worth. Zero does not concern this person. */
  weight: Float64Array;
  /** Per person: chance that a question is answered within its week. */
  answerRate: Float64Array;
  /** Per lesson: the week from which it exists. */
  introducedIn: Int32Array;
  /** Per arm: weeks before the start in which this person lived through such a crisis; 0 for never. */
  livedAgo: Int32Array;
};

export type OrganisationShape = {
  id: Organisation['id'];
  teams: number;
  teamSize: number;
  lessons: number;
  roles: number;
  answerRates: readonly number[];
  weightOf: (role: number, lesson: number) => number;
  introducedIn: (lesson: number) => number;
};

/** Of the lessons that exist at the start, a third was lived through by any one person, half a year or a year ago. */
export const livedThrough: readonly { weeksAgo: number; chance: number }[] = [
  { weeksAgo: 26, chance: 0.175 },
  { weeksAgo: 52, chance: 0.175 },
];

/** A team is of one role, as a buying or a quality team is; people of different answer rates sit in it side by side. */
export function organisationOf(shape: OrganisationShape, seed: number): Organisation {
  const { teams, teamSize, lessons, roles } = shape;
  const people = teams * teamSize;
  const ids = Array.from({ length: people }, (_, person) => person);
  const teamOf = Int32Array.from(ids, (person) => Math.floor(person / teamSize));
  const introducedIn = Int32Array.from({ length: lessons }, (_, lesson) => shape.introducedIn(lesson));
  const arms = Array.from({ length: people * lessons }, (_, arm) => arm);
  return {
    id: shape.id,
    people,
    lessons,
    roles,
    teamOf,
    members: Array.from({ length: teams }, (_, team) => ids.filter((person) => teamOf[person] === team)),
    weight: Float64Array.from(arms, (arm) =>
      shape.weightOf((teamOf[Math.floor(arm / lessons)] ?? 0) % roles, arm % lessons),
    ),
    answerRate: Float64Array.from(ids, (person) => shape.answerRates[person % shape.answerRates.length] ?? 0),
    introducedIn,
    livedAgo: Int32Array.from(arms, (arm) => (introducedIn[arm % lessons] === 0 ? weeksSinceLived(seed, arm) : 0)),
  };
}

function weeksSinceLived(seed: number, arm: number): number {
  let left = chance(seed, uses.lived, arm, 0);
  for (const lived of livedThrough) {
    left -= lived.chance;
    if (left < 0) return lived.weeksAgo;
  }
  return 0;
}
