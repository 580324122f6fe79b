import { Spec, Validation } from '@cyclonedx/cyclonedx-library';

/** What CycloneDX's own schema, the strict one, has against a bill in the version that npm writes; `null` when nothing. */
export async function billFaults(bill: string): Promise<string | null> {
  const faults = await new Validation.JsonStrictValidator(Spec.Version.v1dot5).validate(bill);
  return faults === null ? null : JSON.stringify(faults);
}
