import type { PlannedAssignment, PlannedPerson } from './planner-types.ts';

/** Whom something can be assigned to: everybody of a team, some of its roles, or people by name. */
export const assignedKinds = ['team', 'roles', 'people'] as const;

export type AssignedKind = (typeof assignedKinds)[number];

/** The role of a person and their id say whether they are meant; the team is that of the plan. */
export type AssignedTo =
  | { kind: 'team' }
  | { kind: 'roles'; roles: readonly string[] }
  | { kind: 'people'; personIds: ReadonlySet<number> };

/** Whether it is for this person as they are now: whoever joins a team or a role has what is assigned to it, and whoever leaves it no longer has. */
export function isAssignedTo(person: Pick<PlannedPerson, 'id' | 'role'>, to: AssignedTo): boolean {
  switch (to.kind) {
    case 'team':
      return true;
    case 'roles':
      return to.roles.includes(person.role);
    case 'people':
      return to.personIds.has(person.id);
  }
}

/** The assignments of a team that are for this person. */
export function assignedTo(
  person: Pick<PlannedPerson, 'id' | 'role'>,
  assignments: readonly PlannedAssignment[],
): PlannedAssignment[] {
  return assignments.filter(({ to }) => isAssignedTo(person, to));
}
