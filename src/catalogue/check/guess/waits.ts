/** Openings of an option that leaves things as they are. "Keep" and "hold" are not among them: keeping a second source is work. */
const opening = /^(?:wait|leave|nothing|none|neither|let|do nothing|not yet|no[,;]|stay|watch)\b/i;

const within = /\b(?:wait (?:for|until|and|to)|do nothing|for now|as it (?:is|stands)|as they (?:are|stand))\b/i;

/** Does the option wait, leave things as they are or do nothing? By its words alone. */
export function waits(option: string): boolean {
  return opening.test(option) || within.test(option);
}
