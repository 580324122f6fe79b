export type WidthOf = (text: string) => number;

/** Half of what a browser's `text-wrap: balance` finds by halving; twelve steps are finer than a pixel on our widths. */
const steps = 12;

/**
 * Breaks text into as few lines as the width allows, and then makes the lines as equal as they can be without adding one. Null when a word
 * alone is too wide. Pure.
 */
export function balancedLines(text: string, width: number, widthOf: WidthOf): string[] | null {
  const words = text.split(/\s+/).filter(Boolean);
  const fewest = greedy(words, width, widthOf);
  if (!fewest) return null;
  let [narrow, wide] = [width / fewest.length / 2, width];
  let best = fewest;
  for (let step = 0; step < steps; step += 1) {
    const middle = (narrow + wide) / 2;
    const tried = greedy(words, middle, widthOf);
    if (tried && tried.length === fewest.length) [best, wide] = [tried, middle];
    else narrow = middle;
  }
  return best;
}

function greedy(words: readonly string[], width: number, widthOf: WidthOf): string[] | null {
  const lines: string[] = [];
  for (const word of words) {
    if (widthOf(word) > width) return null;
    const line = lines.at(-1);
    const longer = line === undefined ? word : `${line} ${word}`;
    if (line !== undefined && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
