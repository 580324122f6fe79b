import type { Language } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import type { LetterWords } from '#server/mail/compose-message.ts';
import { escapeHtml } from '#server/mail/fill-template.ts';
import { wrap } from '#server/mail/wrap.ts';
import { addMessage } from '#server/outbox/outbox.ts';

const hourMs = 3_600_000;

/** Previews that one trainer may have mailed to herself in an hour. */
export const mostPreviewsAnHour = 20;

/** A mail that somebody else would get, marked as a preview in its subject and before all else that it says. */
export function previewLetter(mail: LetterWords & { language: Language }, reader: string): LetterWords {
  const { subject, said } = wordsIn(mail.language).mails.preview.letter;
  const notice = said(reader);
  const banner = `<p lang="${mail.language}" style="margin:0;padding:12px 20px;background:#fff4d6;color:#3a2c00;font:600 15px/1.5 sans-serif">${escapeHtml(notice)}</p>`;
  return {
    subject: subject(mail.subject),
    text: `${wrap(notice)}\n\n${mail.text}`,
    html: mail.html.replace(/<body[^>]*>/i, (body) => `${body}${banner}`),
  };
}

/** Puts a preview to a trainer's own address into the outbox; `false` when she has had enough of them for an hour. */
export async function mailPreview(db: Db, trainer: string, letter: LetterWords, now: Instant): Promise<boolean> {
  const { sent } = await db
    .selectFrom('message')
    .select((eb) => eb.fn.countAll<number>().as('sent'))
    .where('purpose', '=', 'preview')
    .where('address', '=', trainer)
    .where('created_at', '>', now - hourMs)
    .executeTakeFirstOrThrow();
  if (Number(sent) >= mostPreviewsAnHour) return false;
  await addMessage(db, {
    purpose: 'preview',
    address: trainer,
    due_at: now,
    expires_at: now + 12 * hourMs,
    created_at: now,
    letter: JSON.stringify(letter),
  });
  return true;
}
