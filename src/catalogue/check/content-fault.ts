import type { z } from 'zod';
import { type FormRule, ruleOf } from './form-rule.ts';

/** Something an author must mend: where it is, what is wrong, and what to do. */
export type ContentFault = {
  file: string;
  field: string;
  wrong: string;
  mend: string;
  /** The rule in question, for whoever writes in a form and in any language; only files can break those without. */
  rule?: FormRule;
};

export function faultLine(fault: ContentFault): string {
  const place = fault.field ? `${fault.file}, ${fault.field}` : fault.file;
  return `${place}: ${fault.wrong}. ${fault.mend}`;
}

/** An id that nothing has. */
export function dangling(file: string, field: string, id: string, mend: string): ContentFault {
  return { file, field, wrong: `"${id}" is not known`, mend, rule: { code: 'unknown', facts: { said: id } } };
}

/** Thrown when the content cannot be published. `faults` holds every one found, so an author mends them in one go. */
export class ContentError extends Error {
  readonly code = 'CONTENT_INVALID';
  readonly mend = 'Mend the lines above and run the command again.';
  readonly faults: ContentFault[];

  constructor(faults: ContentFault[]) {
    const many = faults.length === 1 ? '1 thing' : `${faults.length} things`;
    super(`The content has ${many} to mend:\n${faults.map((fault) => `  ${faultLine(fault)}`).join('\n')}`);
    this.name = 'ContentError';
    this.faults = faults;
  }
}

/** `choices[1].text` rather than `choices,1,text`. */
function fieldPath(path: PropertyKey[]): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part + 1}]` : `${index ? '.' : ''}${String(part)}`))
    .join('');
}

type Described = Pick<ContentFault, 'wrong' | 'mend'>;

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function describeIssue(issue: z.core.$ZodIssue): Described {
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => `"${key}"`).join(', ');
    return { wrong: `${keys} is not a known field`, mend: 'Correct the spelling or take the field out.' };
  }
  if (issue.code === 'invalid_type') {
    const missing = issue.input === undefined;
    return missing
      ? { wrong: 'this field is missing', mend: `Add it; it holds ${article(issue.expected)}.` }
      : { wrong: `this is not ${article(issue.expected)}`, mend: `Write ${article(issue.expected)} here.` };
  }
  if (issue.code === 'invalid_value') {
    if (issue.input === undefined)
      return { wrong: 'this field is missing', mend: `Add it; it is one of: ${issue.values.join(', ')}.` };
    return { wrong: 'this value is not one of those allowed', mend: `Use one of: ${issue.values.join(', ')}.` };
  }
  return { wrong: 'this cannot be used', mend: sentence(issue.message) };
}

function article(expected: string): string {
  const words: Record<string, string> = {
    string: 'text',
    array: 'a list',
    object: 'a group of fields',
    number: 'a number',
  };
  return words[expected] ?? `a ${expected}`;
}

/** Faults in the words of an author, from Zod's issues for one file. Numbers in paths count from one. */
export function faultsFrom(file: string, error: z.ZodError): ContentFault[] {
  return error.issues
    .flatMap((issue) => nearestForm(issue))
    .map((issue) => {
      const rule = ruleOf(issue);
      return { file, field: fieldPath(issue.path), ...describeIssue(issue), ...(rule && { rule }) };
    });
}

const sayingNothing = 'Invalid input';

/** What may have one of several forms, and does not say itself what they are, is judged by the one it has the fewest faults in. */
function nearestForm(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.message !== sayingNothing) return [issue];
  const [nearest] = [...issue.errors].sort((a, b) => a.length - b.length);
  return nearest?.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })) ?? [issue];
}
