import { lettersWide } from '#i18n/text-width.ts';

/** How large a side is set: 1 is the largest. Each step is a twentieth smaller, in sheet/sizes.css. */
export type SheetSize = 1 | 2 | 3 | 4 | 5;

const sizes = [
  { size: 1, scale: 1 },
  { size: 2, scale: 0.95 },
  { size: 3, scale: 0.9 },
  { size: 4, scale: 0.85 },
  { size: 5, scale: 0.8 },
] as const satisfies { size: SheetSize; scale: number }[];

/** What a new paragraph costs beside its letters: the rest of its last line, and the gap. */
const lettersPerParagraph = 45;

/** Letters for which a side has room at its largest, measured on the sheets of the library. */
export const room = {
  caseFront: 1920,
  caseBack: 4200,
  moduleFront: 2100,
  moduleBack: 3250,
  /** With five or six mornings, the lines between them take more. */
  longModuleFront: 1750,
  longModuleBack: 2400,
};

/** Japanese is set with more space between its lines. */
function breadthOf(text: string): number {
  const wide = lettersWide(text);
  return wide > 1.3 * text.length ? 1.3 * wide : wide;
}

/** The largest size at which the texts of a side fit: letters get room as the square of what they are made smaller by. */
export function sizeFor(texts: readonly string[], letters: number): SheetSize {
  const needed = texts.filter(Boolean).reduce((sum, text) => sum + breadthOf(text) + lettersPerParagraph, 0);
  return sizes.find(({ scale }) => needed * scale * scale <= letters)?.size ?? 5;
}
