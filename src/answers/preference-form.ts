import { z } from 'zod';
import { paces } from '../planning/pace.ts';
import type { AnswerDesk } from './open-nudge.ts';
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

/** What was done, as a key the page has words for, or why not. */
export type PreferenceOutcome = { ok: true; done: z.infer<typeof formSchema>['act'] } | { ok: false; why: string };

const refusals: Record<string, string> = {
  'bad-date': 'Choose a day between tomorrow and a year from now.',
  closed: 'This question is answered or closed already, so there is nothing to send later.',
};

/** Carries out one form of the preferences page. */
export async function applyPreference(
  desk: AnswerDesk,
  token: string,
  fields: Record<string, string>,
  now: number,
): Promise<PreferenceOutcome> {
  const parsed = formSchema.safeParse(fields);
  if (!parsed.success) return { ok: false, why: 'That form was not complete. Choose again below.' };
  const outcome = await carryOut(desk, token, parsed.data, now);
  return outcome.ok
    ? { ok: true, done: parsed.data.act }
    : { ok: false, why: refusals[outcome.reason] ?? 'The link no longer works.' };
}

function carryOut(desk: AnswerDesk, token: string, form: z.infer<typeof formSchema>, now: number) {
  switch (form.act) {
    case 'later':
      return snooze(desk, token, form.days, now);
    case 'pause':
      return pause(desk, token, form.until, now);
    case 'resume':
      return resume(desk, token, now);
    case 'pace':
      return choosePace(desk, token, form.pace, now);
    case 'not-relevant':
      return markNotRelevant(desk, token, now);
    case 'relevant':
      return undoNotRelevant(desk, token, now);
  }
}
