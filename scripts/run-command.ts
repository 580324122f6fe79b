import { ContentError } from '#catalogue/check/content-fault.ts';
import { AppError } from '#core/errors/app-error.ts';
import { UsageError } from './usage-error.ts';

/**
 * Runs a command; an expected failure is one sentence and its mend on stderr and exit 1, wrong usage
 * is exit 2, and anything else keeps its trace.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof UsageError) {
      process.exitCode = 2;
      console.error(`${error.message}\n\n${error.usage}`);
      return;
    }
    if (error instanceof AppError || error instanceof ContentError) {
      console.error(`${error.message}\n${error.hint}${causeOf(error)}`);
      return;
    }
    console.error(error);
  }
}

/** What lay behind it, on a line of its own, where the hint asks for it. */
function causeOf(error: AppError | ContentError): string {
  return error.hint.includes('the cause below') && error.cause instanceof Error
    ? `\nCause: ${error.cause.message}`
    : '';
}
