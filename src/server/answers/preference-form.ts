import { z } from 'zod';
import { paces } from '#core/planning/pace.ts';
import type { AnswerContext } from './open-nudge.ts';
import { choosePace, markNotRelevant, pause, resume, snooze, undoNotRelevant } from './preferences.ts';

const formSchema = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('later'),
    days: z.coerce.number().pipe(z.union([z.literal(1), z.literal(3), z.literal(7)])),
  }),
  z.object({ act: z.literal('pause'), until: z.string() }),
  z.object({ act: z.literal('resume') }),
  z.object({ act: z.literal('pace'), pace: z.enum(paces) }),
  z.object({ act: z.literal('not-relevant') }),
  z.object({ act: z.literal('relevant') }),
]);

export type PreferenceAct = z.infer<typeof formSchema>['act'];

/** What was done, or why not: keys the page has words for. */
export type PreferenceOutcome =
  | { ok: true; done: PreferenceAct }
  | { ok: false; why: 'incomplete' | 'bad-date' | 'closed' | 'outdated' | 'link' };

const acts: PreferenceAct[] = ['later', 'pause', 'resume', 'pace', 'not-relevant', 'relevant'];

/** What an address says was done; anybody can type one. */
export function doneFrom(name: string | null): PreferenceAct | null {
  return acts.find((act) => act === name) ?? null;
}

/** Carries out one form of the preferences page. */
export async function applyPreference(
  context: AnswerContext,
  token: string,
  fields: Record<string, string>,
  now: number,
): Promise<PreferenceOutcome> {
  const parsed = formSchema.safeParse(fields);
  if (!parsed.success) return { ok: false, why: 'incomplete' };
  const outcome = await carryOut(context, token, parsed.data, now);
  if (outcome.ok) return { ok: true, done: parsed.data.act };
  const { reason } = outcome;
  return { ok: false, why: reason === 'bad-date' || reason === 'closed' || reason === 'outdated' ? reason : 'link' };
}

function carryOut(context: AnswerContext, token: string, form: z.infer<typeof formSchema>, now: number) {
  switch (form.act) {
    case 'later':
      return snooze(context, token, form.days, now);
    case 'pause':
      return pause(context, token, form.until, now);
    case 'resume':
      return resume(context, token, now);
    case 'pace':
      return choosePace(context, token, form.pace, now);
    case 'not-relevant':
      return markNotRelevant(context, token, now);
    case 'relevant':
      return undoNotRelevant(context, token, now);
  }
}
