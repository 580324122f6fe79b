import { nudgeKinds } from '#core/planning/nudge-kinds.ts';
import type { ReadMail } from '../read-mail.ts';
import type { Spoiling } from '../spoil.ts';

/**
 * One thing that is asked of every mail. A name in capitals is the one of SpamAssassin (SA) or rspamd (R) for the same fault; `spoiling` is a
 * fault that the rule has to find.
 */
export type MailRule = {
  name: string;
  why: string;
  source: string;
  /** What is wrong, in a few words each. */
  faults: (mail: ReadMail) => readonly string[];
  spoiling: Spoiling;
};

/** The kinds that are no nudge: a letter was asked for by its reader or by an operator. */
export function isLetter({ kind }: ReadMail): boolean {
  return !nudgeKinds.some((nudge) => nudge === kind);
}

/** `[fault]` when it is so, else nothing. */
export function faultIf(isSo: boolean, fault: string): string[] {
  return isSo ? [fault] : [];
}

/** Every match, as it stands. */
export function found(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([match]) => match);
}
