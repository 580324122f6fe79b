/** Splits an MDX file into its YAML head and its body. `null` when the file has no head. */
export function splitFrontMatter(text: string): { head: string; body: string } | null {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/.exec(text);
  if (!match) return null;
  return { head: match[1] ?? '', body: match[2] ?? '' };
}
