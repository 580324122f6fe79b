/** A name, and whose it is: an id, or `null` for a name that is nobody's on the list. */
export type KnownName = { name: string; id: string | null };

const latin = /[\p{Script=Latin}\p{N}]/u;
const katakana = /[ァ-ヺー]/u;

/**
 * Finds names in a text, the longest where several begin at one place. A name in Latin letters stands as words of its own, in Japanese text too; one in
 * katakana does not begin inside another word of katakana ("アップル" in "パイナップル"); what follows it may be katakana, as in "トヨタグループ".
 */
export class NameFinder {
  private readonly byFirst = new Map<string, KnownName[]>();

  constructor(names: readonly KnownName[]) {
    for (const known of names) {
      const first = known.name.charAt(0);
      this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), known]);
    }
    for (const list of this.byFirst.values()) list.sort((a, b) => b.name.length - a.name.length);
  }

  /** The ids named, once each, in the order of the text. */
  idsIn(text: string): string[] {
    const ids = new Set<string>();
    for (let at = 0; at < text.length; ) {
      const known = this.nameAt(text, at);
      if (known?.id) ids.add(known.id);
      at += known?.name.length ?? 1;
    }
    return [...ids];
  }

  private nameAt(text: string, at: number): KnownName | undefined {
    const names = this.byFirst.get(text.charAt(at));
    return names?.find(({ name }) => text.startsWith(name, at) && isApart(text, at, name));
  }
}

function isApart(text: string, at: number, name: string): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + name.length);
  if (latin.test(name.charAt(0)) && latin.test(before)) return false;
  if (katakana.test(name.charAt(0)) && katakana.test(before)) return false;
  return !(latin.test(name.charAt(name.length - 1)) && latin.test(after));
}
