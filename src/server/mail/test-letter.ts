import { firstLanguage, languages } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import { composeMessage } from './compose-message.ts';
import { envelopeAddress } from './envelope-address.ts';
import { escapeHtml } from './fill-template.ts';
import type { Signer } from './sign-message.ts';
import type { DeliveryOutcome, Transport } from './transport.ts';
import { wrap } from './wrap.ts';

type TestLetter = { from: string; to: string; messageId: string; date: number };

/** Sends one plain letter, in each language, and tells what the server made of it. It is no message of the outbox: nobody tries it again. */
export async function sendTestLetter(transport: Transport, sign: Signer, letter: TestLetter): Promise<DeliveryOutcome> {
  const leads = languages.map((language) => wordsIn(language).mail.test.lead);
  const raw = await composeMessage({
    ...letter,
    to: { name: '', address: letter.to },
    subject: wordsIn(firstLanguage).mail.test.subject,
    text: leads.map(wrap).join('\n\n'),
    html: `<!doctype html><html lang="${firstLanguage}"><body>${leads.map((lead) => `<p>${escapeHtml(lead)}</p>`).join('')}</body></html>`,
  });
  return transport.deliver({ from: envelopeAddress(letter.from), to: letter.to }, await sign(raw, letter.date));
}
