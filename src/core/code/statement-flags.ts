import { nameKey } from '#core/people/same-name.ts';
import { type PrincipleNumber, principles } from './principles.ts';
import type { PrincipleState, Statement } from './statement.ts';

/** Why an explain says little: too *short*, the same as another principle's (*copied*), or the same as last year's (*unchanged*). */
export const statementFlags = ['short', 'copied', 'unchanged'] as const;

export type StatementFlag = (typeof statementFlags)[number];

/** Characters below which an explain says that it is not kept, and hardly why (meti.md 6.1 i). */
export const shortestExplain = 80;

export type JudgedStatement = {
  principle: PrincipleNumber;
  state: PrincipleState;
  flags: StatementFlag[];
  /** Other principles of the same year that are explained in the same words. */
  sameAs: PrincipleNumber[];
};

/** The words without what a copy may differ in: case, width, spaces, and the marks between words. */
function foldedText(text: string): string {
  return nameKey(text.replaceAll(/[\p{P}\p{S}]/gu, ' '))
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** How long a text is to who reads it: spaces in a row and around it fill no line. */
function lengthOf(text: string): number {
  return [...text.normalize('NFC').trim().replaceAll(/\s+/g, ' ')].length;
}

/** All twelve principles of one year in their order, judged by its own statements and those of the year before. */
export function judgeStatements(statements: readonly Statement[], yearBefore: readonly Statement[]): JudgedStatement[] {
  const explained = statements.filter(({ state }) => state === 'explain');
  return principles.map(({ number }): JudgedStatement => {
    const own = statements.find(({ principle }) => principle === number);
    if (!own) return { principle: number, state: 'missing', flags: [], sameAs: [] };
    if (own.state !== 'explain') return { principle: number, state: own.state, flags: [], sameAs: [] };
    const words = foldedText(own.text);
    const sameAs = explained
      .filter(({ principle, text }) => principle !== number && foldedText(text) === words)
      .map(({ principle }) => principle);
    const before = yearBefore.find(({ principle }) => principle === number);
    const isFlagged: Record<StatementFlag, boolean> = {
      short: lengthOf(own.text) < shortestExplain,
      copied: sameAs.length > 0,
      unchanged: before !== undefined && foldedText(before.text) === words,
    };
    return { principle: number, state: own.state, flags: statementFlags.filter((flag) => isFlagged[flag]), sameAs };
  });
}
