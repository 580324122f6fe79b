const isAlphabetic = (text: string) =>
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\s.'’-]+$/u.test(text);

/**
 * Which of some people’s names stand in a text. A name of one word in an alphabet is not looked for: it may be a plain word, as Rose and Will are.
 */
export function namesIn(text: string, names: readonly string[]): string[] {
  const said = folded(text);
  return names.filter((name) => {
    const wanted = folded(name);
    if (!isAlphabetic(wanted)) return [...wanted].length > 1 && said.includes(wanted);
    return wanted.includes(' ') && new RegExp(`(?<![\\p{L}])${RegExp.escape(wanted)}(?![\\p{L}])`, 'u').test(said);
  });
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
