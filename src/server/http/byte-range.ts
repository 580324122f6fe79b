/** `whole`: no part was asked for, or none that makes sense. `start` and `end` are both within the file. */
export type AskedPart = 'whole' | 'beyond' | { start: number; end: number };

/** Longer numbers than any file needs are no offsets. */
const onePart = /^bytes=(\d{0,15})-(\d{0,15})$/;

/**
 * Which part of a file of `size` bytes a Range header asks for (RFC 9110, 14.1 and 14.2): a header that is not well formed, or asks for several parts, is as
 * none; one that asks for nothing the file has is `beyond`.
 */
export function askedPart(range: string | undefined, size: number): AskedPart {
  const [, first = '', last = ''] = onePart.exec(range?.trim() ?? '') ?? [];
  if (first === '' && last === '') return 'whole';
  if (first === '') return lastBytes(Number(last), size);
  const start = Number(first);
  const end = last === '' ? size - 1 : Number(last);
  if (last !== '' && end < start) return 'whole';
  return start < size ? { start, end: Math.min(end, size - 1) } : 'beyond';
}

function lastBytes(count: number, size: number): AskedPart {
  return count === 0 || size === 0 ? 'beyond' : { start: Math.max(0, size - count), end: size - 1 };
}

/** Whether a part may be sent of a file last changed then: If-Range names the version that the reader has the rest of, and a weak tag names none. */
export function isSameVersion(ifRange: string | string[] | undefined, changedAt: Date): boolean {
  return ifRange === undefined || ifRange === changedAt.toUTCString();
}
