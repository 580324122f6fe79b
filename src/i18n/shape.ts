import type { en } from './en.ts';

/** The words of the interface: the shape of the first language, with any text in its places. */
type Widen<T> = T extends string
  ? string
  : T extends (...inputs: infer Inputs) => string
    ? (...inputs: Inputs) => string
    : T extends readonly (infer Entry)[]
      ? readonly Widen<Entry>[]
      : { readonly [Key in keyof T]: Widen<T[Key]> };

export type Words = Widen<typeof en>;
