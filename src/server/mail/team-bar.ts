import { ash, ember } from './colours.ts';

/** Chances of recall of a team's members, warmest first: one square each. */
export type TeamBar = readonly number[];

/** A row is counted by tens, and breaks between them on a phone. */
const perGroup = 10;

const groupsPerLine = 5;

/** How many of a team would recall the lesson, rounded from the expected number, so that no sentence claims more than the model does. */
export function expectedRecalls(bar: TeamBar): number {
  return Math.floor(bar.reduce((sum, chance) => sum + chance, 0) + 0.5);
}

/**
 * One square for each person, as many of them filled as the sentence beside them says. They are characters in the page too, so that dark views,
 * views without images and views of text say the same; the colour adds nothing.
 */
export function drawTeamBar(bar: TeamBar): { html: string; text: string } {
  const recalls = expectedRecalls(bar);
  const row = bar.map((_, index) => separator(index) + (index < recalls ? '■' : '□'));
  const full = row.slice(0, recalls).join('');
  const empty = row.slice(recalls).join('');
  return { html: coloured(full, 'ember', ember) + coloured(empty, 'ash', ash), text: full + empty };
}

function separator(index: number): string {
  if (index === 0 || index % perGroup !== 0) return '';
  return index % (perGroup * groupsPerLine) === 0 ? '\n' : ' ';
}

function coloured(squares: string, name: string, colour: string): string {
  return squares && `<span class="${name}" style="color:${colour}">${squares}</span>`;
}
