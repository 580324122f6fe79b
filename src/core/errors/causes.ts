/** What lay behind an error, the nearest first; of several that lay side by side, each. No error is told twice. */
export function causesOf(error: unknown): string[] {
  const told = new Set<unknown>([error]);
  return [...behind(error, told)];
}

function* behind(error: unknown, told: Set<unknown>): Generator<string> {
  if (!(error instanceof Error)) return;
  const causes = error instanceof AggregateError ? [error.cause, ...error.errors] : [error.cause];
  for (const cause of causes) {
    if (cause === undefined || cause === null || told.has(cause)) continue;
    told.add(cause);
    yield messageOf(cause);
    yield* behind(cause, told);
  }
}

/** What an error says; some of Node's say it by their code alone. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.message) return error.message;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
