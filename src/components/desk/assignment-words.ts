import type { Catalogue } from '#catalogue/catalogue.ts';
import { reasonWords } from '#catalogue/reason-words.ts';
import type { formatsIn } from '#i18n/format.ts';
import type { Words } from '#i18n/words.ts';
import type { AssignmentProgress } from '#server/desk/assignment-list.ts';

/** Names that a line has room for. */
const mostNames = 4;

/** The first few of some names, and how many more. */
export function fewNames(
  names: readonly string[],
  t: Words['assigning'],
  format: ReturnType<typeof formatsIn>,
): string {
  const first = names.slice(0, mostNames).join(format.comma);
  return names.length > mostNames ? t.whom.andMore(first, names.length - mostNames) : first;
}

/** Whom something is assigned to, in words. */
export function whomOf(
  { assignment, teamName, roles, named }: Pick<AssignmentProgress, 'assignment' | 'teamName' | 'roles' | 'named'>,
  t: Words['assigning'],
  format: ReturnType<typeof formatsIn>,
  catalogue: Catalogue,
): string {
  switch (assignment.whom) {
    case 'team':
      return t.whom.team(teamName);
    case 'roles':
      return t.whom.roles(teamName, roles.map((role) => reasonWords(catalogue).role(role)).join(format.comma));
    case 'people':
      return t.whom.people(teamName, fewNames(named, t, format));
  }
}
