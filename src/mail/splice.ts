import { HouseError } from '../house-error.ts';
import type { MailHoles, Stencil } from './stencil.ts';
import { type TeamBar, teamBarMarkup, teamBarText } from './team-bar.ts';

const holePattern = /%%([a-zA-Z]+)%%/g;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Fills a stencil's holes: escaped in HTML, plain in text. @throws HouseError when the stencil has a hole nobody fills. */
export function splice(stencil: Stencil, holes: MailHoles, bar: TeamBar): Stencil {
  const plain = new Map(Object.entries(holes));
  return {
    subject: fill(stencil.subject, plain),
    html: fill(
      stencil.html,
      new Map([...plain].map(([name, value]) => [name, escapeHtml(value)])).set('teamBar', teamBarMarkup(bar)),
    ),
    text: fill(stencil.text, new Map(plain).set('teamBar', teamBarText(bar))),
  };
}

function fill(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(holePattern, (_, name: string) => {
    const value = values.get(name);
    if (value !== undefined) return value;
    throw new HouseError(
      'HOLE_UNFILLED',
      `The mail template has a hole "${name}" that no value fills.`,
      'Build again: templates and code are of different versions.',
    );
  });
}
