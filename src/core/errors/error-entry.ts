type Told = string | ((details: never) => string);

/** What is known of one error: its title, what it says, how it is mended, and its place in docs/errors.md. */
export type ErrorEntry = { title: string; sentence: Told; mend: Told; page: string };
