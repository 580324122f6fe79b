import { type Warmth, warmthOf } from '#core/memory/warmth.ts';

/** Chances of recall of a team's members, warmest first: one square each. */
export type TeamBar = readonly number[];

/** Ember to ash on paper, as in src/styles/tokens.css; mail clients have no custom properties. Dark mode restyles them by class. */
const colours: Record<Warmth, string> = {
  5: '#b8371a',
  4: '#d0713f',
  3: '#dba678',
  2: '#cfc3b4',
  1: '#c8c0b8',
  0: '#bdb9b6',
};

/** Beyond this a row of squares wraps on a phone. */
const mostSquares = 24;

/** One coloured square per person; decorative, because the sentence beside it says the same. */
export function teamBarMarkup(bar: TeamBar): string {
  return bar
    .slice(0, mostSquares)
    .map((chance) => warmthOf(chance))
    .map((warmth) => `<span class="w${warmth}" style="color:${colours[warmth]}">&#9632;</span>`)
    .join('');
}

/** The same for plain text: filled squares for those likely to recall. */
export function teamBarText(bar: TeamBar): string {
  return bar
    .slice(0, mostSquares)
    .map((chance) => (chance >= 0.5 ? '■' : '□'))
    .join('');
}

/** How many of a team would recall the lesson, rounded from the expected number, so that no sentence claims more than the model does. */
export function expectedRecalls(bar: TeamBar): number {
  return Math.floor(bar.reduce((sum, chance) => sum + chance, 0) + 0.5);
}
