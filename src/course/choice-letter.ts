/** The name under which a choice is recorded: its place, as a platform asks for a letter. */
export function letterOf(index: number): string {
  return String.fromCharCode(97 + index);
}
