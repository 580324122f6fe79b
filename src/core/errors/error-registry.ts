import { commandErrors } from './registry/command-errors.ts';
import { mailErrors } from './registry/mail-errors.ts';
import { startErrors } from './registry/start-errors.ts';
import { storeErrors } from './registry/store-errors.ts';

/** Every error that a person may meet, by its code. A text that is a function tells what it needs to know; `AppError` then asks for it. */
export const errorRegistry = { ...startErrors, ...storeErrors, ...mailErrors, ...commandErrors };

type Registry = typeof errorRegistry;

export type ErrorCode = keyof Registry;

/** What a text needs to know: nothing where it is one already. */
type NeededBy<T> = T extends (details: infer D) => string ? D : unknown;

/** What each error needs to know, for its sentence and its mend. */
type Needs = {
  [C in ErrorCode]: NeededBy<Registry[C]['sentence']> & NeededBy<Registry[C]['mend']>;
};

/** Codes that need no details, and those that do. */
export type PlainCode = { [C in ErrorCode]: unknown extends Needs[C] ? C : never }[ErrorCode];
export type DetailedCode = Exclude<ErrorCode, PlainCode>;

/** What must be told of each error that needs details. */
export type ErrorDetails = { [C in DetailedCode]: Needs[C] };
