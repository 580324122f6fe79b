import type { Language } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import { escapeHtml } from '#server/mail/fill-template.ts';

/** The mail with a trainer's single-use link. Plain on purpose: it should look like nothing but what it is. */
export function signInLetter(url: string, language: Language): { subject: string; text: string; html: string } {
  const { subject, lead, act, aside } = wordsIn(language).mail.signIn;
  const link = escapeHtml(url);
  return {
    subject,
    text: [lead, url, aside].join('\n\n'),
    html: `<!doctype html><html lang="${language}" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><title>${subject}</title></head><body style="margin:0;padding:32px 20px;font:400 17px/1.55 Georgia,serif"><div lang="${language}" dir="ltr" style="max-width:560px;margin:0 auto"><p style="margin:0 0 18px">${lead}</p><p style="margin:0 0 18px"><a href="${link}" style="display:inline-block;padding:12px 20px;background:#b8371a;color:#ffffff;text-decoration:none;font:600 15px/1.3 Arial,sans-serif">${act}</a></p><p style="margin:0;font-size:14px">${aside}</p></div></body></html>`,
  };
}
