import { shapesOf } from './page-shapes.ts';

/**
 * Pages that together show every shape there is, the largest first, since they show most: the longest case and the one that alone has a
 * wide table, the translated and the untranslated, the sheet with one picture more. What is left out repeats what these are made of.
 */
export function pagesOfEveryShape(pages: ReadonlyMap<string, string>): string[] {
  const known = new Set<string>();
  const largestFirst = [...pages].toSorted(([, a], [, b]) => b.length - a.length);
  const chosen = largestFirst.filter(([, html]) => {
    const before = known.size;
    for (const shape of shapesOf(html)) known.add(shape);
    return known.size > before;
  });
  return chosen.map(([name]) => name);
}
