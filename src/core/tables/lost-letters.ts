/** What a program writes for a letter that its encoding does not have. */
const replaced = /\uFFFD/;
const questionMark = /\?/;
/** What no list of names holds: bytes of something else. Line breaks and tabs may stand inside a cell. */
const control = /(?![\t\n\r])\p{Cc}/u;

/** Why a text cannot be what somebody typed; null when it may be. A "?" is looked for where it has no business: in names, days and figures. */
export function whatIsLost(text: string, noQuestion: boolean): 'letters' | 'control' | null {
  if (replaced.test(text) || (noQuestion && questionMark.test(text))) return 'letters';
  return control.test(text) ? 'control' : null;
}
