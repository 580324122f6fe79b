/** Marks of a ZIP archive's parts (APPNOTE.TXT, 4.3). */
const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const endOfDirectoryBytes = 22;
const longestComment = 0xffff;
/** Stands in a field whose true value is in a ZIP64 record; no office program needs one for a list. */
const elsewhere = 0xffffffff;

/**
 * How many bytes an archive unpacks to, by its directory, and the names in it; null when the directory does not say, or is none. Whoever unpacks
 * stops at the size said here, so that a small file cannot fill the memory.
 */
export function unpackedSize(bytes: Uint8Array): { bytes: number; names: string[] } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return null;
  const names: string[] = [];
  let total = 0;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryEntry) return null;
    const packed = view.getUint32(at + 20, true);
    const unpacked = view.getUint32(at + 24, true);
    if (packed === elsewhere || unpacked === elsewhere || view.getUint32(at + 42, true) === elsewhere) return null;
    if ((packed === 0) !== (unpacked === 0) && packed > 2) return null;
    if (packed === 0 && unpacked > 0) return null;
    total += unpacked;
    const nameBytes = view.getUint16(at + 28, true);
    names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes)));
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { bytes: total, names };
}

function findEnd(view: DataView): number | null {
  const last = view.byteLength - endOfDirectoryBytes;
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1)
    if (view.getUint32(at, true) === endOfDirectory) return at;
  return null;
}
