import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { keepOnce } from '#server/database/kept-once.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { type MailTemplate, mailTemplateSchema } from '#server/mail/mail-template.ts';

/** Keeps the words of a mail without its reader, and returns their name: the build after next may draw it otherwise. */
export function keepMailedText(db: Db, template: MailTemplate, now: Instant): Promise<string> {
  return keepOnce(db, 'mailed_text', JSON.stringify(template), packed, now);
}

/** The words of a mail, by their name; `null` where none were kept. */
export async function readMailedText(db: Db, digest: string | null): Promise<MailTemplate | null> {
  if (digest === null) return null;
  const row = await db.selectFrom('mailed_text').select('content').where('digest', '=', digest).executeTakeFirst();
  return row ? mailTemplateSchema.parse(JSON.parse(unpacked(row.content))) : null;
}

/** A mail is 20 kB of markup, and a fifth of that packed. */
function packed(text: string): string {
  return brotliCompressSync(text).toString('base64');
}

function unpacked(content: string): string {
  return brotliDecompressSync(Buffer.from(content, 'base64')).toString('utf8');
}
