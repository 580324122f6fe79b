import { firstLanguage, languages } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import { composeMessage, type LetterWords } from './compose-message.ts';
import { envelopeAddress } from './envelope-address.ts';
import { letterPage, letterParagraph } from './letter-page.ts';
import type { Signer } from './sign-message.ts';
import type { DeliveryOutcome, Transport } from './transport.ts';
import { wrap } from './wrap.ts';

type TestLetter = { from: string; to: string; messageId: string; date: number };

/** The same in each language, one below the other: nobody knows yet who will read it. */
export function testLetter(): LetterWords {
  const { subject } = wordsIn(firstLanguage).mail.test;
  const leads = languages.map((language) => ({ language, lead: wordsIn(language).mail.test.lead }));
  return {
    subject,
    text: leads.map(({ lead }) => wrap(lead)).join('\n\n'),
    html: letterPage(
      subject,
      leads.map(({ language, lead }) => letterParagraph('ink', lead, language)),
      firstLanguage,
    ),
  };
}

/** Sends one plain letter, in each language, and tells what the server made of it. It is no message of the outbox: nobody tries it again. */
export async function sendTestLetter(transport: Transport, sign: Signer, letter: TestLetter): Promise<DeliveryOutcome> {
  const raw = await composeMessage({ ...letter, to: { name: '', address: letter.to }, ...testLetter() });
  return transport.deliver({ from: envelopeAddress(letter.from), to: letter.to }, await sign(raw, letter.date));
}
