import type { AssignmentsDesk } from '#server/desk/assignments-desk.ts';
import { rowId } from './row-id.ts';

/** What became of a form of an assignment's page, as its address tells it. */
export type Changed =
  | { done: 'moved' | 'added' | 'removed' | 'not-reminded' | 'unchanged' | 'bad-date' }
  | { done: 'reminded'; people: string };

/** Does what a form of an assignment's page asks for; one that asks for nothing known changes nothing. */
export async function changeByForm(
  desk: Pick<AssignmentsDesk, 'moveDueDate' | 'addPerson' | 'removePerson' | 'remind'>,
  id: number,
  { act, due = '', person }: Readonly<Record<string, string>>,
  now: number,
): Promise<Changed> {
  const personId = rowId(person);
  switch (act) {
    case 'move':
      return { done: (await desk.moveDueDate(id, due, now)) ? 'moved' : 'bad-date' };
    case 'add':
      return { done: (await desk.addPerson(id, personId, now)) ? 'added' : 'unchanged' };
    case 'remove':
      return { done: (await desk.removePerson(id, personId, now)) ? 'removed' : 'unchanged' };
    case 'remind':
    case 'remind-late': {
      const reminded = await desk.remind(id, act === 'remind' ? personId : 'late', now);
      return reminded ? { done: 'reminded', people: String(reminded) } : { done: 'not-reminded' };
    }
    default:
      return { done: 'unchanged' };
  }
}
