import {
  type BoardStep,
  boardStepSchema,
  type ItemStepId,
  type ItemSteps,
  itemStepsSchema,
  measures,
  type StepId,
  stepIds,
  supplyFactors,
} from '#core/stress-test/steps.ts';

/** How a field of an item is called in the form of a step. */
export const fieldName = (field: string, place: number) => `${field}-${place}`;

export function readStepId(text: string | null): StepId {
  return stepIds.find((id) => id === text) ?? 'map';
}

/** A field that was too long or of a wrong form, by its name in the form. */
export type StepFaults = readonly string[];

/** What was posted of one item's step, over what was there; other steps stay. */
export function readItemStep(
  form: FormData,
  step: ItemStepId,
  place: number,
  before: ItemSteps,
): { ok: true; said: ItemSteps } | { ok: false; faults: StepFaults } {
  const typed = (field: string) => String(form.get(fieldName(field, place)) ?? '');
  const ticked = (field: string, known: readonly string[]) => {
    const all = form.getAll(fieldName(field, place));
    return known.filter((word) => all.includes(word));
  };
  const posted = {
    map: () => textsOf(['mined', 'processed', 'recycled', 'answered', 'source'], typed),
    factors: () => ({ which: ticked('which', supplyFactors), why: typed('why') }),
    vulnerability: () => textsOf(['verdict', 'why'], typed),
    mitigate: () => ({
      which: ticked('which', measures),
      ...textsOf(['what', 'owner', 'by', 'cost', 'opportunity'], typed),
    }),
  };
  const parsed = itemStepsSchema.safeParse({ ...before, [step]: posted[step]() });
  if (parsed.success) return { ok: true, said: parsed.data };
  return { ok: false, faults: parsed.error.issues.map(({ path }) => fieldName(String(path[1]), place)) };
}

export function readBoardStep(form: FormData): { ok: true; board: BoardStep } | { ok: false; faults: StepFaults } {
  const typed = (field: string) => String(form.get(field) ?? '');
  const parsed = boardStepSchema.safeParse(textsOf(['position', 'decision', 'prepared'], typed));
  if (parsed.success) return { ok: true, board: parsed.data };
  return { ok: false, faults: parsed.error.issues.map(({ path }) => String(path[0])) };
}

function textsOf(fields: readonly string[], typed: (field: string) => string): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field, typed(field)]));
}
