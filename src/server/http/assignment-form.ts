import type { AssignmentRequest } from '#server/desk/assignment-request.ts';
import { rowId } from './row-id.ts';

/** How long an assignment lasts unless its maker says otherwise, in days: four mails at the usual pace. */
const usualDays = 28;

/**
 * Reads a form or a link such as `/desk/assign?person=7&module=first-week`. Each of team, role and person may be there more than once, or once with
 * commas.
 */
export function readAssignmentForm(fields: URLSearchParams, today: string): AssignmentRequest {
  return {
    moduleId: fields.get('module') ?? '',
    dueOn: fields.get('due') || usualDueDate(today),
    teamIds: idsIn(fields, 'team'),
    roles: wordsIn(fields, 'role'),
    personIds: idsIn(fields, 'person'),
  };
}

function usualDueDate(today: string): string {
  return Temporal.PlainDate.from(today).add({ days: usualDays }).toString();
}

function wordsIn(fields: URLSearchParams, name: string): string[] {
  const words = fields.getAll(name).flatMap((value) => value.split(','));
  return [...new Set(words.map((word) => word.trim()).filter((word) => word !== ''))];
}

/** What names no row stays in as the id that no row has, so that it is answered as unknown and not passed over. */
function idsIn(fields: URLSearchParams, name: string): number[] {
  return [...new Set(wordsIn(fields, name).map(rowId))];
}
