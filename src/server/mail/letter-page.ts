import type { Language } from '#i18n/languages.ts';
import { ash, darkStyles, ember, ink, onEmber, paper } from './colours.ts';
import { escapeHtml } from './fill-template.ts';

/** The page of a letter that is no nudge: the mark of a nudge, and otherwise plain on purpose, so that it looks like nothing but what it is. */
export function letterPage(title: string, parts: readonly string[], language: Language): string {
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="supported-color-schemes" content="light dark">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${darkStyles}</style>`,
  ];
  const frame = `<div class="bg" lang="${language}" dir="ltr" style="background:${paper};padding:32px 20px;font:400 17px/1.55 Georgia,serif">`;
  const mark = `<p class="ink strong" style="margin:0 0 22px;padding:0 0 12px;border-bottom:1px solid ${ink};font:600 13px/1.4 Arial,sans-serif;color:${ink}"><span class="ember" style="color:${ember}">&#9679;</span> Nodomoto</p>`;
  return `<!doctype html><html lang="${language}" dir="ltr"><head>${head.join('')}</head><body class="bg" style="margin:0;padding:0">${frame}<div style="max-width:560px;margin:0 auto">${mark}${parts.join('')}</div></div></body></html>`;
}

/** `ink` is what the letter says; `ash` stands beside it. */
export function letterParagraph(tone: 'ink' | 'ash', text: string, language: Language): string {
  const look = tone === 'ink' ? `color:${ink}` : `font-size:14px;color:${ash}`;
  return `<p class="${tone}" lang="${language}" style="margin:0 0 18px;${look}">${escapeHtml(text)}</p>`;
}

/** Ground and letters are set together on cell and link, and the ground as an attribute too, so that no dark view parts them. */
export function letterButton(link: string, label: string): string {
  const colours = `background:${ember};color:${onEmber}`;
  return `<table role="presentation" cellpadding="0" cellspacing="0" bgcolor="${ember}" style="margin:0 0 18px"><tr><td class="go" bgcolor="${ember}" style="${colours}"><a class="go" href="${escapeHtml(link)}" style="display:block;padding:14px 20px;${colours};text-decoration:none;font:600 15px/1.3 Arial,sans-serif">${escapeHtml(label)}</a></td></tr></table>`;
}

/** What stands over lines that belong together. */
export function letterHeading(text: string, language: Language): string {
  return `<p class="ink" lang="${language}" style="margin:26px 0 8px;font:600 15px/1.4 Arial,sans-serif;color:${ink}">${escapeHtml(text)}</p>`;
}

/** Lines of one kind, each with its mark: programs of mail that know no list still set them apart. */
export function letterList(lines: readonly string[], language: Language): string {
  const items = lines.map((line) => `<li class="ink" style="margin:0 0 6px;color:${ink}">${escapeHtml(line)}</li>`);
  return `<ul class="ink" lang="${language}" style="margin:0 0 18px;padding:0 0 0 20px;color:${ink}">${items.join('')}</ul>`;
}

/** A link beside what the letter is for, as the one that ends such letters: as easy to hit as a button, and no louder than its sentence. */
export function letterLink(link: string, label: string): string {
  return `<p class="ash" style="margin:0 0 6px;color:${ash}"><a class="ash" href="${escapeHtml(link)}" style="display:inline-block;padding:12px 12px 12px 0;color:${ash};font:400 14px/1.45 Arial,sans-serif">${escapeHtml(label)}</a></p>`;
}
