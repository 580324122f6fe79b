import { AppError } from '#core/errors/app-error.ts';
import type { MailPlaceholders, MailTemplate } from './mail-template.ts';
import { oneLine } from './one-line.ts';
import { drawTeamBar, type TeamBar } from './team-bar.ts';
import { wrapLongLines } from './wrap.ts';

const placeholderPattern = /%%([a-zA-Z]+)%%/g;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Fills a template's placeholders: escaped in HTML, plain and wrapped in text. @throws AppError when the template has a placeholder nobody fills. */
export function fillTemplate(template: MailTemplate, placeholders: MailPlaceholders, bar: TeamBar): MailTemplate {
  const squares = drawTeamBar(bar);
  const plain = new Map(Object.entries(placeholders).map(([name, value]) => [name, oneLine(value)]));
  return {
    subject: fill(template.subject, plain),
    html: fill(
      template.html,
      new Map([...plain].map(([name, value]) => [name, escapeHtml(value)])).set('teamBar', squares.html),
    ),
    text: wrapLongLines(
      fill(
        bar.length > 0 ? template.text : template.text.replace(/\n%%teamBar%%/, ''),
        new Map(plain).set('teamBar', squares.text),
      ),
    ),
  };
}

function fill(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(placeholderPattern, (_, name: string) => {
    const value = values.get(name);
    if (value !== undefined) return value;
    throw new AppError('PLACEHOLDER_UNFILLED', { name });
  });
}
