import { readFileSync } from 'node:fs';
import type { ToldBrief } from '../told/told-brief.ts';
import { briefHtml } from './brief-html.ts';
import { HtmlText, html } from './html-text.ts';

/** The brief as one file that needs nothing else: opened in a browser it reads as on the desk, and prints on two sheets of A4. */
export function briefFile(told: ToldBrief, siteUrl: string): string {
  const styles = ['../../../styles/tokens.css', '../../../styles/brief.css'].map((name) =>
    readFileSync(new URL(name, import.meta.url), 'utf8'),
  );
  const page = html`<!doctype html>
<html lang="${told.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${told.title}</title>
<style>${new HtmlText(styles.join('\n'))}</style></head><body class="brief-file"><main>${briefHtml(told, siteUrl)}</main></body></html>`;
  return `${page.text}\n`;
}
