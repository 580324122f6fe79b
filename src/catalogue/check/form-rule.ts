import type { z } from 'zod';
import type { Words } from '#i18n/shape.ts';
import { countryPattern, datePattern, dayPattern, languagePattern, slugPattern } from '../schema/patterns.ts';

type Sentences = Words['pieceFaults'];

export type FormRuleCode = keyof Sentences;

/** A rule that somebody writing in a form can break, with the facts that its sentence names in each language. */
export type FormRule<Code extends FormRuleCode = FormRuleCode> = {
  [Each in Code]: { code: Each; facts: Parameters<Sentences[Each]>[0] };
}[Code];

/** What a broken rule says in one language, as a whole sentence. */
export function ruleSentence<Code extends FormRuleCode>(
  sentences: { readonly [Each in Code]: (facts: FormRule<Each>['facts']) => string },
  { code, facts }: FormRule<Code>,
): string {
  return sentences[code](facts);
}

/** A fault that a schema finds itself: with its sentence for authors of files, and its rule for the form. */
export function brokenRule(path: PropertyKey[], message: string, rule: FormRule) {
  return { code: 'custom' as const, path, message, params: { rule } };
}

const rulesOfPatterns: ReadonlyMap<
  string,
  FormRuleCode & ('no-short-name' | 'no-date' | 'no-country' | 'no-language')
> = new Map([
  [String(slugPattern), 'no-short-name'],
  [String(datePattern), 'no-date'],
  [String(dayPattern), 'no-date'],
  [String(countryPattern), 'no-country'],
  [String(languagePattern), 'no-language'],
]);

/** The rule of one of Zod's issues; `null` where no form can come to it. */
export function ruleOf(issue: z.core.$ZodIssue): FormRule | null {
  switch (issue.code) {
    case 'invalid_type':
      return typeRule(issue);
    case 'invalid_value':
      return { code: issue.input === undefined ? 'missing' : 'not-offered', facts: null };
    case 'too_small':
      return leastRule(issue.origin, Number(issue.minimum));
    case 'too_big':
      return mostRule(issue.origin, Number(issue.maximum));
    case 'invalid_format':
      return formatRule(issue);
    // Of what a form sends, only a choice can hold too much: it says that it is right, and what it costs.
    case 'unrecognized_keys':
    case 'invalid_union':
      return { code: 'no-form-of-choice', facts: null };
    case 'custom':
      return issue.params?.['rule'] ?? null;
    default:
      return null;
  }
}

function typeRule({ input, expected }: z.core.$ZodIssueInvalidType): FormRule | null {
  if (input === undefined) return { code: 'missing', facts: null };
  return expected === 'number' || expected === 'int' ? { code: 'no-number', facts: null } : null;
}

function leastRule(origin: string, least: number): FormRule {
  if (origin === 'string') return { code: 'too-short', facts: { least } };
  return { code: origin === 'array' ? 'too-few' : 'too-small', facts: { least } };
}

function mostRule(origin: string, most: number): FormRule {
  if (origin === 'string') return { code: 'too-long', facts: { most } };
  return { code: origin === 'array' ? 'too-many' : 'too-large', facts: { most } };
}

function formatRule({ format, pattern }: z.core.$ZodIssueInvalidStringFormat): FormRule | null {
  if (format === 'url') return { code: 'no-address', facts: null };
  const code = rulesOfPatterns.get(pattern ?? '');
  return code ? { code, facts: null } : null;
}
