import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ShippedPackage } from './shipped-packages.ts';

const isNotice = /^(licen[cs]e|copying|notice|unlicense)/i;

const rule = '-'.repeat(80);

/** The notices that a package brings, each once; none where it is not installed here or brings none. */
function noticesOf({ places }: ShippedPackage): string[] {
  const folders = places.filter((place) => existsSync(place));
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && isNotice.test(entry.name))
      .map(({ name }) => join(folder, name))
      .sort(),
  );
  return [...new Set(files.map((file) => readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim()))];
}

/**
 * The notices of all packages in one text, the same one told once for all that share it. A package that brings none, or whose binary is
 * for another platform, is named with its licence.
 */
export function noticesText(packages: readonly ShippedPackage[]): string {
  const sharers = new Map<string, string[]>();
  const bare: string[] = [];
  for (const shipped of packages) {
    const called = `${shipped.name} ${shipped.version} (${shipped.licence})`;
    const notices = noticesOf(shipped);
    if (notices.length === 0) bare.push(called);
    for (const notice of notices) sharers.set(notice, [...(sharers.get(notice) ?? []), called]);
  }
  return [
    'Nodomoto is made with the packages named here. Their notices, as they come with them:',
    ...[...sharers].map(([notice, names]) => `${rule}\n${names.join('\n')}\n${rule}\n\n${notice}`),
    `${rule}\nThese bring no notice of their own, or their binary is for another platform than the one this site was built on:\n${rule}`,
    bare.join('\n'),
    '',
  ].join('\n\n');
}
