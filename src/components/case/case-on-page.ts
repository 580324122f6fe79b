import type { CatalogueCase } from '#catalogue/catalogue.ts';
import { citationsIn } from '#catalogue/story-body.ts';

/** What the elements in a story need to know of the page they stand on. */
export type CaseOnPage = { entry: CatalogueCase; citations: Citations };

export type CitationMark = { number: number; anchor: string; first: boolean };

/** Numbers the sources of a case, and counts where the story cites each, so that a source can point back. */
export class Citations {
  private readonly numbers: Map<string, number>;
  private readonly total = new Map<string, number>();
  private readonly met = new Map<string, number>();

  constructor(sourceIds: readonly string[], story: string) {
    this.numbers = new Map(sourceIds.map((id, index) => [id, index + 1]));
    for (const id of citationsIn(story)) this.total.set(id, (this.total.get(id) ?? 0) + 1);
  }

  numberOf(sourceId: string): number {
    const number = this.numbers.get(sourceId);
    if (number === undefined) throw new RangeError(`sources.yaml of this case has no "${sourceId}"`);
    return number;
  }

  /** The next place in the story that cites `sourceId`. */
  mark(sourceId: string): CitationMark {
    const number = this.numberOf(sourceId);
    const times = (this.met.get(sourceId) ?? 0) + 1;
    this.met.set(sourceId, times);
    return { number, anchor: anchorOf(number, times), first: times === 1 };
  }

  /** The anchors of every place in the story that cites it. */
  placesOf(sourceId: string): string[] {
    const number = this.numberOf(sourceId);
    return Array.from({ length: this.total.get(sourceId) ?? 0 }, (_, index) => anchorOf(number, index + 1));
  }
}

function anchorOf(number: number, times: number): string {
  return `c${number}-${times}`;
}

/** The case of the page, for elements that stand in its story. */
export function caseOnPage(locals: App.Locals): CaseOnPage {
  if (!locals.caseOnPage) throw new Error('this element stands outside a case page, where it has no case to speak of');
  return locals.caseOnPage;
}
