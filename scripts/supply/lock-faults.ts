import { type LockEntry, type LockFile, packagesOf } from './lock-file.ts';

/**
 * What keeps a lock file from saying which bytes are installed: an entry without a SHA-512 digest, or one that names a place to fetch
 * from. npm then asks the registry of whoever installs, and takes nothing that differs from the digest.
 */
export function lockFaults(lock: LockFile): string[] {
  return packagesOf(lock).flatMap(([place, entry]) =>
    faultsOf(entry).map((fault) => `package-lock.json: ${place}: ${fault}`),
  );
}

function faultsOf(entry: LockEntry): string[] {
  if (entry.link) return ['it is a link to a folder, whose bytes nothing pins; use a published version'];
  return [
    ...(/^\d+\.\d+\.\d+/.test(entry.version ?? '') ? [] : ['it has no version; run npm run lock']),
    ...(/^sha512-[A-Za-z0-9+/]{86}==$/.test(entry.integrity ?? '')
      ? []
      : ['it has no SHA-512 integrity; run npm run lock']),
    ...(entry.resolved === undefined
      ? []
      : ['it names an address in "resolved"; keep omit-lockfile-registry-resolved in .npmrc and run npm run lock']),
  ];
}
