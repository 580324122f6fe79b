/** The command was called in a way it does not understand; `usage` says how it is called. */
export class UsageError extends Error {
  readonly usage: string;

  constructor(sentence: string, usage: string) {
    super(sentence);
    this.name = 'UsageError';
    this.usage = usage;
  }
}
