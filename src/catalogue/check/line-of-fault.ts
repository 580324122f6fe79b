import { isCollection, isNode, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { splitFrontMatter } from '../front-matter.ts';
import type { ContentFault } from './content-fault.ts';

/** The line on which an author mends a fault, counted from one; `null` where what is missing has no place yet. Pure. */
export function lineOfFault(text: string, { field, wrong }: Pick<ContentFault, 'field' | 'wrong'>): number | null {
  const named = /^line (\d+)$/.exec(field);
  if (named) return Number(named[1]);
  const ofField = lineOfField(text, field);
  return lineOfQuote(text, wrong, ofField ?? 1) ?? ofField;
}

/** The line of the field, or of the nearest part that holds it: the field itself may be what is missing. */
function lineOfField(text: string, field: string): number | null {
  const head = splitFrontMatter(text)?.head;
  const lineCounter = new LineCounter();
  const document = parseDocument(head === undefined ? text : `\n${head}`, { lineCounter });
  const found = stepsOf(field).reduce<Found>(goTo, { at: document.contents, last: null }).last;
  return found?.range ? lineCounter.linePos(found.range[0]).line : null;
}

type Found = { at: unknown; last: Node | null };

function goTo({ at, last }: Found, step: string | number): Found {
  const next = childOf(at, step);
  return isNode(next) ? { at: next, last: next } : { at: null, last };
}

/** `[2].choices[1].text` and `question-id.lesson` as steps; entries count from one. */
function stepsOf(field: string): (string | number)[] {
  return [...field.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, at, name]) => (at ? Number(at) - 1 : (name ?? '')));
}

function childOf(node: unknown, step: string | number): unknown {
  if (isSeq(node) && typeof step === 'string') {
    return node.items.find((item) => isCollection(item) && item.get('id') === step);
  }
  return isCollection(node) ? node.get(step, true) : undefined;
}

/** Where the first words of what a fault quotes stand: from the field on, and else anywhere. */
function lineOfQuote(text: string, wrong: string, from: number): number | null {
  const quote = /^"([^"]+)"/.exec(wrong)?.[1];
  if (!quote) return null;
  const words = quote.split(/\s+/).slice(0, 4);
  const pattern = new RegExp(words.map((word) => RegExp.escape(word)).join('\\s+'), 'g');
  const lines = [...text.matchAll(pattern)].map(({ index }) => text.slice(0, index).split('\n').length);
  return lines.find((line) => line >= from) ?? lines[0] ?? null;
}
