import { z } from 'zod';
import type { MessageRow } from '#server/database/schema.ts';
import type { Keyring } from '#server/keys/keyring.ts';
import { composeMessage, mailDomain, messageIdFor } from './compose-message.ts';

const letterSchema = z.object({
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  /** Of a letter that comes again and again: one click ends it. */
  unsubscribeUrl: z.string().nullable().default(null),
});

/** The bytes of a message that carries its own words (a sign-in link), rather than a nudge's. */
export async function composeLetter(
  press: { keys: Keyring; from: string },
  message: MessageRow,
): Promise<{ messageId: string; raw: Uint8Array }> {
  const { unsubscribeUrl, ...letter } = letterSchema.parse(JSON.parse(message.letter ?? 'null'));
  const messageId = messageIdFor(press.keys[0].secret, message, mailDomain(press.from));
  const raw = await composeMessage({
    from: press.from,
    to: { name: '', address: message.address },
    ...letter,
    messageId,
    date: message.due_at,
    ...(unsubscribeUrl && { list: { unsubscribeUrl, id: `digests.${mailDomain(press.from)}` } }),
  });
  return { messageId, raw };
}
