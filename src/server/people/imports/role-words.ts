import { type RoleId, roleIds } from '#catalogue/schema/roles.ts';
import type { Vocabulary } from '#catalogue/schema/vocabulary.ts';
import { remembering } from '#core/people/remembering.ts';
import { nameKey } from '#core/people/same-name.ts';
import { termNamed, termNamer } from '#search/name-inputs.ts';

const isRole = (word: string | null): word is RoleId => roleIds.some((id) => id === word);
const roleOr = (word: string | null): RoleId | null => (isRole(word) ? word : null);

/** A word for a role that the vocabulary does not have, with what it may mean and how many lines have it. */
export type RoleWord = { key: string; word: string; lines: number; likely: RoleId | null };

/** Finds what a list's words for roles mean: what the vocabulary has as written, or what somebody said of them. */
export function roleFinder(
  vocabulary: Vocabulary,
  said: Readonly<Record<string, RoleId>>,
): (word: string) => RoleId | null {
  return remembering((word) => {
    return roleOr(termNamed(vocabulary.roles, word)) ?? said[nameKey(word)] ?? null;
  });
}

/** Every word that means nothing yet, the most frequent first. */
export function unknownRoleWords(
  vocabulary: Vocabulary,
  words: readonly string[],
  find: (word: string) => RoleId | null,
): RoleWord[] {
  const guess = termNamer(vocabulary.roles);
  const unknown = words.filter((word) => word !== '' && find(word) === null);
  return [...Map.groupBy(unknown, remembering(nameKey))]
    .map(([key, said]) => ({ key, word: said[0] ?? '', lines: said.length, likely: roleOr(guess(said[0] ?? '')) }))
    .toSorted((one, other) => other.lines - one.lines || (one.key < other.key ? -1 : 1));
}
