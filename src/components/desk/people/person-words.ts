import type { Words } from '#i18n/shape.ts';
import type { ListedPerson } from '#server/desk/people/list-people.ts';
import { type PersonFaults, personFields } from '#server/desk/people/person-draft.ts';

type PeopleWords = Words['people'];

/** What is wrong with a form, in words, in the order of its fields. */
export function faultsInWords(
  faults: PersonFaults,
  t: PeopleWords,
): { field: (typeof personFields)[number]; label: string; text: string }[] {
  return personFields.flatMap((field) => {
    const text = faultText(field, faults, t);
    return text === null ? [] : [{ field, label: t.fields[field], text }];
  });
}

function faultText(field: (typeof personFields)[number], faults: PersonFaults, t: PeopleWords): string | null {
  const fault = faults[field];
  if (fault === undefined) return null;
  if (fault === 'erased') return t.faults.erased;
  if (fault === 'before-first-day') return t.faults.beforeFirstDay;
  if (fault === 'wrong') return t.faults.wrong[field];
  return field === 'staff_number' ? t.faults.taken.staff_number : t.faults.taken.email;
}

/** How somebody stands to the house, as a list says it. */
export function stateInWords(
  { state, day }: Pick<ListedPerson, 'state' | 'day'>,
  t: PeopleWords,
  date: (day: string) => string,
): string {
  if (day === null) return t.stateOf['in-post'];
  return state === 'in-post' ? t.stateOf.leaves(date(day)) : t.stateOf[state](date(day));
}
