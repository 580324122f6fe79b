import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { licenceReadByHand } from '#site/licences/shipped-packages.ts';
import { type LockEntry, type LockFile, nameOf } from './lock-file.ts';

const command = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'];

/**
 * What runs in production, from the lock file alone: each package with version, licence and SHA-512, Node itself included. npm writes it
 * in CycloneDX. Asked for `--omit=dev` it also leaves out what production and a tool of development both need, so it is shown a project
 * without tools instead; and it calls a project by its folder, which therefore has the project's name.
 */
export function billOfMaterials(name: string, packageJson: Record<string, unknown>, lock: LockFile): string {
  const parent = mkdtempSync(join(tmpdir(), 'nodomoto-bill-'));
  const folder = join(parent, name);
  try {
    mkdirSync(folder);
    writeFileSync(join(folder, 'package.json'), JSON.stringify(withoutTools(packageJson)));
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lockOfProduction(lock)));
    return execFileSync('npm', command, {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      shell: process.platform === 'win32',
    });
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

/** npm says nothing of a licence that stands in a package’s LICENSE alone. */
function withLicence(place: string, entry: LockEntry): LockEntry {
  const license = entry.license ?? licenceReadByHand(nameOf(place, entry), entry.version);
  return license === undefined ? entry : { ...entry, license };
}

function withoutTools<T extends Record<string, unknown>>(project: T): T {
  return { ...project, devDependencies: {} };
}

function lockOfProduction(lock: LockFile): LockFile {
  const running = Object.entries(lock.packages).filter(([, { dev }]) => !dev);
  const packages = Object.fromEntries(
    running.map(([place, entry]) => [place, place === '' ? withoutTools(entry) : withLicence(place, entry)]),
  );
  return { ...lock, packages };
}
