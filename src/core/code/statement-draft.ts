import { z } from 'zod';
import { nameKey } from '#core/people/same-name.ts';
import { type StatementState, statementStates } from './statement.ts';

/** A statement as it was typed. */
export type StatementDraft = { state: string; text: string; ownerFunction: string; dueOn: string };

/** The same, as it may be kept. */
export type StatedPrinciple = { state: StatementState; text: string; ownerFunction: string; dueOn: string | null };

export type StatementField = keyof StatementDraft;

export type StatementFault = 'missing' | 'too-long' | 'no-day' | 'address' | 'names-person';

export type StatementFaults = Partial<Record<StatementField, StatementFault>>;

export type ReadStatement = { ok: true; statement: StatedPrinciple } | { ok: false; faults: StatementFaults };

const longestText = 2000;
const longestFunction = 80;

/**
 * Reads what was typed. Whoever says that a principle is not kept says why and until when, and who answers for it by function. As the words may stand on
 * a public page, they hold no address and name nobody of the house; `names` are those of its people.
 */
export function readStatement(draft: StatementDraft, names: readonly string[]): ReadStatement {
  const state = statementStates.find((known) => known === draft.state);
  const text = draft.text.replaceAll('\r\n', '\n').trim();
  const ownerFunction = draft.ownerFunction.trim().replaceAll(/\s+/g, ' ');
  const dueOn = draft.dueOn.trim();
  const isKept = state === 'comply';
  const found: Record<StatementField, StatementFault | null> = {
    state: state ? null : 'missing',
    text: !isKept && text === '' ? 'missing' : faultOfWords(text, longestText, names),
    ownerFunction: ownerFunction === '' ? 'missing' : faultOfWords(ownerFunction, longestFunction, names),
    dueOn: dueOn === '' ? (isKept ? null : 'missing') : z.iso.date().safeParse(dueOn).success ? null : 'no-day',
  };
  const faults: StatementFaults = Object.fromEntries(Object.entries(found).filter(([, fault]) => fault !== null));
  if (!state || Object.keys(faults).length > 0) return { ok: false, faults };
  return { ok: true, statement: { state, text, ownerFunction, dueOn: dueOn || null } };
}

function faultOfWords(words: string, longest: number, names: readonly string[]): StatementFault | null {
  if ([...words].length > longest) return 'too-long';
  if (/[^\s@]@[^\s@]+\.[^\s@]/.test(words)) return 'address';
  return names.some((name) => isNamedIn(words, name)) ? 'names-person' : null;
}

const writtenWithoutSpaces = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u;

/** A name of one word is a word of the language as often as not, as Mark or Will, and is told only where nothing else stands. */
function isNamedIn(words: string, name: string): boolean {
  const [said, key] = [wordsOf(words), wordsOf(name)];
  if (key === '') return false;
  if (said === key) return true;
  if (writtenWithoutSpaces.test(key)) {
    const joined = key.replaceAll(' ', '');
    return joined.length > 2 && said.replaceAll(' ', '').includes(joined);
  }
  return key.includes(' ') && ` ${said} `.includes(` ${key} `);
}

function wordsOf(text: string): string {
  return nameKey(text.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' '));
}
