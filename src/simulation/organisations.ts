import type { OrganisationShape } from './organisation.ts';

/** Lessons, counted from where a role begins, that matter most to it (weight 3) and somewhat (weight 1); the others do not (0). */
const specialist = { most: [0, 1, 5, 10], some: [2, 3, 4, 6, 7, 9, 17, 26] };
const generalist = { most: [0, 1, 2, 5, 6, 12], some: [3, 4, 7, 8, 9, 10, 15, 16, 19, 21, 28, 30] };

/** Weeks in which the lessons of each eight appear: five are there from the start, one comes in each of three later quarters. */
const introductions = [0, 0, 0, 0, 0, 13, 39, 65] as const;

/**
 * 240 people in 24 teams, 32 lessons, 8 roles. Four roles are specialists and four generalists, each shifted by eight
 * lessons: roles of one kind then differ in which lessons concern them and not in how many, and share one bound.
 */
export const rolesAndWeights: OrganisationShape = {
  id: 'roles-and-weights',
  teams: 24,
  teamSize: 10,
  lessons: 32,
  roles: 8,
  answerRates: [0.25, 0.55, 0.9],
  weightOf: (role, lesson) => {
    const kind = role < 4 ? specialist : generalist;
    const offset = (lesson - 8 * (role % 4) + 32) % 32;
    if (kind.most.includes(offset)) return 3;
    return kind.some.includes(offset) ? 1 : 0;
  },
  introducedIn: (lesson) => introductions[lesson % 8] ?? 0,
};

/** 240 people, 24 lessons that concern everybody alike, all there from the start: nothing but the schedule can differ. */
export const equalLessons: OrganisationShape = {
  id: 'equal-lessons',
  teams: 24,
  teamSize: 10,
  lessons: 24,
  roles: 1,
  answerRates: [0.6],
  weightOf: () => 1,
  introducedIn: () => 0,
};
