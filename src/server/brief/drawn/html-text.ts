import { escapeHtml } from '#server/mail/fill-template.ts';

/** HTML that was made by `html`, and so holds nothing that was not escaped. */
export class HtmlText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | HtmlText | readonly HtmlText[];

/** Makes HTML: whatever is put in is escaped, unless it was made so itself. */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): HtmlText {
  return new HtmlText(String.raw({ raw: pieces }, ...parts.map(written)));
}

function written(part: Part): string {
  if (part instanceof HtmlText) return part.text;
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
  return part.map(({ text }) => text).join('');
}

export const noHtml = new HtmlText('');
