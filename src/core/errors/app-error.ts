import {
  type DetailedCode,
  type ErrorCode,
  type ErrorDetails,
  errorRegistry,
  type PlainCode,
} from './error-registry.ts';

/** What a person is told: what happened, and what to do about it. */
export type ErrorWords = { sentence: string; mend: string };

type Plain = [code: PlainCode, options?: ErrorOptions];
type Detailed<C extends DetailedCode = DetailedCode> = {
  [K in C]: [code: K, details: ErrorDetails[K], options?: ErrorOptions];
}[C];

type Told<D> = string | ((details: D) => string);

const detailed: { [K in DetailedCode]: { sentence: Told<ErrorDetails[K]>; mend: Told<ErrorDetails[K]> } } =
  errorRegistry;
const plain: { [K in PlainCode]: ErrorWords } = errorRegistry;

/** A failure with a code to search for, one sentence for a person, and its mend, all from the registry. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly mend: string;

  /** A code, what it needs to know (nothing, for some), and the cause if there is one. */
  constructor(...given: Plain | Detailed) {
    const { sentence, mend } = isPlain(given) ? plain[given[0]] : wordsOf(given);
    super(sentence, isPlain(given) ? given[1] : given[2]);
    this.name = 'AppError';
    this.code = given[0];
    this.mend = mend;
  }
}

function isPlain(given: Plain | Detailed): given is Plain {
  const { sentence, mend } = errorRegistry[given[0]];
  return typeof sentence === 'string' && typeof mend === 'string';
}

/** The words of an error that needs to know something. */
export function wordsOf<C extends DetailedCode>([code, details]: Detailed<C>): ErrorWords {
  const { sentence, mend } = detailed[code];
  return { sentence: told(sentence, details), mend: told(mend, details) };
}

function told<D>(text: Told<D>, details: D): string {
  return typeof text === 'string' ? text : text(details);
}
