import type { Language } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import { ash, darkStyles, ember, ink, onEmber, paper } from '#server/mail/colours.ts';
import { escapeHtml } from '#server/mail/fill-template.ts';
import { wrap } from '#server/mail/wrap.ts';

/** The mail with a trainer's single-use link. Plain on purpose: it should look like nothing but what it is. */
export function signInLetter(url: string, language: Language): { subject: string; text: string; html: string } {
  const { subject, lead, act, aside } = wordsIn(language).mail.signIn;
  const parts = [
    `<p class="ink" style="margin:0 0 18px;color:${ink}">${lead}</p>`,
    button(escapeHtml(url), act),
    `<p class="ash" style="margin:18px 0 0;font-size:14px;color:${ash}">${aside}</p>`,
  ];
  return { subject, text: [wrap(lead), url, wrap(aside)].join('\n\n'), html: page(subject, parts.join(''), language) };
}

function page(title: string, parts: string, language: Language): string {
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="supported-color-schemes" content="light dark">',
    `<title>${title}</title>`,
    `<style>${darkStyles}</style>`,
  ];
  const frame = `<div class="bg" lang="${language}" dir="ltr" style="background:${paper};padding:32px 20px;font:400 17px/1.55 Georgia,serif">`;
  return `<!doctype html><html lang="${language}" dir="ltr"><head>${head.join('')}</head><body class="bg" style="margin:0;padding:0">${frame}<div style="max-width:560px;margin:0 auto">${parts}</div></div></body></html>`;
}

/** Ground and letters are set together on cell and link, and the ground as an attribute too, so that no dark view parts them. */
function button(link: string, label: string): string {
  const colours = `background:${ember};color:${onEmber}`;
  return `<table role="presentation" cellpadding="0" cellspacing="0" bgcolor="${ember}"><tr><td class="go" bgcolor="${ember}" style="${colours}"><a class="go" href="${link}" style="display:block;padding:12px 20px;${colours};text-decoration:none;font:600 15px/1.3 Arial,sans-serif">${label}</a></td></tr></table>`;
}
