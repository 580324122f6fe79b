import { type ErrorWords, wordsOf } from '#core/errors/app-error.ts';
import { type DetailedCode, type ErrorCode, errorRegistry } from '#core/errors/error-registry.ts';
import { errorExamples } from './error-examples.ts';

const heading = `# Errors

Written by \`npm run errors\` from [the registry](../src/core/errors/registry), and checked by a test. A command that fails prints what is
wrong, what to do about it, the code, and what lay behind it, each cause on a line of its own. Names and numbers here are examples.
`;

export const errorCodes = Object.keys(errorRegistry).filter(isCode);

/** The text of docs/errors.md: a section for each code. */
export function errorsPage(): string {
  return [heading, ...errorCodes.map(section)].join('\n');
}

function section(code: ErrorCode): string {
  const { title, page } = errorRegistry[code];
  const { sentence, mend } = exampleOf(code);
  return `<a id="${page}"></a>

## ${title}

\`${code}\`

\`\`\`text
${sentence}
\`\`\`

What to do: ${mend}
`;
}

/** What an error says, with the details of its example. */
export function exampleOf(code: ErrorCode): ErrorWords {
  const { sentence, mend } = errorRegistry[code];
  if (typeof sentence === 'string' && typeof mend === 'string') return { sentence, mend };
  if (isDetailed(code)) return detailedExample(code);
  throw new Error(`${code} has no example.`);
}

function detailedExample<C extends DetailedCode>(code: C): ErrorWords {
  return wordsOf<C>([code, errorExamples[code]]);
}

function isCode(code: string): code is ErrorCode {
  return code in errorRegistry;
}

function isDetailed(code: ErrorCode): code is DetailedCode {
  return code in errorExamples;
}
