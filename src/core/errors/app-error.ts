/** A failure with a code to search for, one sentence for a person, and a hint at the mend. */
export class AppError extends Error {
  readonly code: string;
  readonly hint: string;

  constructor(code: string, sentence: string, hint: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = 'AppError';
    this.code = code;
    this.hint = hint;
  }
}
