import { z } from 'zod';
import { daysUntilTyped, localDate } from '#core/planning/calendar/calendar.ts';
import type { TimesRefusal } from '#core/planning/calendar/choose-times.ts';
import { paces } from '#core/planning/pace.ts';
import { languages } from '#i18n/languages.ts';
import { longestPauseDays } from '#server/answers/preferences.ts';
import { withdrawPending } from '#server/answers/withdraw-pending.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, PersonRow } from '#server/database/schema.ts';
import { chooseTimes } from './own-hours.ts';

const wishSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('pace'), pace: z.enum(paces) }),
  z.object({ act: z.literal('language'), language: z.enum(languages) }),
  z.object({ act: z.literal('pause'), until: z.string() }),
  z.object({ act: z.literal('resume') }),
  z.object({ act: z.literal('times') }),
  z.object({ act: z.literal('house-times') }),
  z.object({ act: z.literal('relevant'), lesson: z.string().max(100) }),
]);

type Wish = z.infer<typeof wishSchema>;

/** What a reader may change on their own page. */
export const wishes = [
  'pace',
  'language',
  'pause',
  'resume',
  'times',
  'house-times',
  'relevant',
] as const satisfies readonly Wish['act'][];

export type WishRefusal = 'incomplete' | 'bad-date' | TimesRefusal;

export type WishOutcome = { ok: true; done: Wish['act'] } | { ok: false; why: WishRefusal };

/** Carries out one form of a reader's own page. The link that opens it may erase everything, so it may do this too, whichever mail it stood in. */
export async function carryOutWish(
  db: Db,
  person: PersonRow,
  fields: Readonly<Record<string, string>>,
  now: Instant,
): Promise<WishOutcome> {
  const parsed = wishSchema.safeParse(fields);
  if (!parsed.success) return { ok: false, why: 'incomplete' };
  const wish = parsed.data;
  const today = localDate(now, person.zone).toString();
  switch (wish.act) {
    case 'pace':
      await change(db, person, { pace: wish.pace, pace_chosen_on: today });
      break;
    case 'language':
      await change(db, person, { language: wish.language });
      break;
    case 'pause': {
      const days = daysUntilTyped(today, wish.until);
      if (days === null || days < 1 || days > longestPauseDays) return { ok: false, why: 'bad-date' };
      await change(db, person, { paused_until: wish.until });
      await withdrawPending(db, person.id, `paused until ${wish.until}`);
      break;
    }
    case 'resume':
      await change(db, person, { paused_until: null });
      break;
    case 'times': {
      const chosen = await chooseTimes(db, person, fields);
      if (!chosen.ok) return chosen;
      break;
    }
    case 'house-times':
      await change(db, person, { mail_days: null, mail_hours: null });
      break;
    case 'relevant':
      await db
        .deleteFrom('not_relevant')
        .where('person_id', '=', person.id)
        .where('lesson_id', '=', wish.lesson)
        .execute();
      break;
  }
  return { ok: true, done: wish.act };
}

/** Lessons that somebody does not want, the latest first. */
export async function readUnwanted(db: Db, personId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('not_relevant')
    .select('lesson_id')
    .where('person_id', '=', personId)
    .orderBy('said_at', 'desc')
    .orderBy('lesson_id')
    .execute();
  return rows.map(({ lesson_id }) => lesson_id);
}

async function change(
  db: Db,
  { id }: PersonRow,
  set: Partial<Pick<PersonRow, 'pace' | 'pace_chosen_on' | 'language' | 'paused_until' | 'mail_days' | 'mail_hours'>>,
): Promise<void> {
  await db.updateTable('person').set(set).where('id', '=', id).execute();
}
