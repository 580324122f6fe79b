const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const korean = /\p{Script=Hangul}/u;

/** One name of two: the family's stands first where it is written in Chinese, Japanese or Korean letters. */
export function fullName(given: string, family: string): string {
  if (given === '' || family === '') return `${given}${family}`;
  if (korean.test(family)) return `${family}${given}`;
  return eastAsian.test(family) ? `${family} ${given}` : `${given} ${family}`;
}
