import type { FieldChange } from './import-plan.ts';
import { type KnownPerson, type ListedPerson, personFields } from './listed-person.ts';

/** What a row says otherwise than is known; a field that the list has no column for stays. */
export function changedFields(row: ListedPerson, known: KnownPerson): FieldChange[] {
  return personFields.flatMap((field) => {
    const to = row[field];
    return to === undefined || to === known[field] ? [] : [{ field, from: known[field], to }];
  });
}
