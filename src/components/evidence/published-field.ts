import { readFileSync } from 'node:fs';
import { type FieldEvidence, fieldEvidence } from '#core/evidence/field-evidence.ts';

/** Address on the site of the field trial's figures, as their publisher wrote them. */
export const fieldJsonAddress = '/evidence/field.json';

export function publishedField(): FieldEvidence {
  return fieldEvidence.parse(JSON.parse(readFileSync(`public${fieldJsonAddress}`, 'utf8')));
}
