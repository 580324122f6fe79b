import type { CatalogueCase } from '../catalogue.ts';

type Cited = Pick<CatalogueCase, 'impact' | 'timeline' | 'contrast' | 'fading' | 'sources'>;

/** What in a story cites sources: a citation itself, or an element that draws a field of the case. */
const citing = /<Cite\s+of="(?<ids>[^"]*)"|<(?<element>Timeline|Contrast|Fading)\b/g;

/** The sources of a case as its page meets them from the top, those that it does not cite last: notes count up as one reads. Pure. */
export function citationOrder(entry: Cited, story: string): string[] {
  const inStory = [...story.matchAll(citing)].flatMap(({ groups }) => [
    ...(groups?.['ids'] ?? '').split(/\s+/).filter(Boolean),
    ...sourcesOfElement(entry, groups?.['element']),
  ]);
  const inFigures = entry.impact.flatMap(({ sources }) => sources);
  return [...new Set([...inFigures, ...inStory, ...entry.sources.map(({ id }) => id)])];
}

function sourcesOfElement({ timeline, contrast, fading }: Cited, element: string | undefined): string[] {
  if (element === 'Timeline') return timeline.flatMap(({ sources }) => sources);
  if (element === 'Contrast') return [...contrast.left.sources, ...contrast.right.sources];
  if (element === 'Fading') return fading.moments.flatMap(({ sources }) => sources);
  return [];
}
