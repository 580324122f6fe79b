/**
 * Whether one slip of the fingers makes one word of the other: a letter too many, one too few, a wrong one, or two swapped
 * (Damerau, A technique for computer detection and correction of spelling errors, 1964: four slips in five are one of these).
 */
export function isOneEditFrom(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [rest, otherRest] = [one.slice(start), other.slice(start)];
  return (
    rest.slice(1) === otherRest.slice(1) ||
    rest.slice(1) === otherRest ||
    rest === otherRest.slice(1) ||
    (rest[0] === otherRest[1] && rest[1] === otherRest[0] && rest.slice(2) === otherRest.slice(2))
  );
}
