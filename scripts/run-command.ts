import { ContentError } from '#catalogue/check/content-fault.ts';
import { AppError } from '#core/errors/app-error.ts';
import { causesOf } from '#core/errors/causes.ts';
import { pageOf } from '#core/errors/error-page.ts';
import { keepConsolePlain } from './plain-console.ts';
import { UsageError } from './usage-error.ts';

/**
 * Runs a command; an expected failure is one sentence, its mend, its code and its causes on stderr and exit 1, wrong usage
 * is exit 2, and anything else keeps its trace.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  keepConsolePlain();
  try {
    await command();
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof UsageError) {
      process.exitCode = 2;
      console.error(`${error.message}\n\n${error.usage}`);
      return;
    }
    console.error(error instanceof AppError || error instanceof ContentError ? tellError(error) : error);
  }
}

/** What a person reads of an expected failure, line by line. */
export function tellError(error: AppError | ContentError): string {
  const page = error instanceof AppError ? pageOf(error.code) : 'docs/writing-a-case.md';
  const causes = causesOf(error).map((cause) => `Cause: ${cause}`);
  return [error.message, error.mend, `Code: ${error.code} (${page})`, ...causes].join('\n');
}
