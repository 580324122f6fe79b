/** The letter of a choice on its page: its place. SCORM 1.2 takes no other name of it. */
export function letterOf(index: number): string {
  return String.fromCharCode(97 + index);
}

/** The name of the choice that bears a letter. */
export function nameOf(choices: readonly string[], letter: string): string {
  return choices.find((_, index) => letterOf(index) === letter) ?? letter;
}
