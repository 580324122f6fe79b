import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { type LockFile, nameOf, packagesOf, parseLock } from './supply/lock-file.ts';

/**
 * `npm run lock`: adds to package-lock.json the optional binaries of other platforms that npm left out. npm drops from the lock what the
 * registry it asks does not hold, and `npm ci` then refuses a lock with gaps, also on platforms that need none of them. Each gets the
 * digest that the registry tells; `npm run check` takes no entry without one.
 */
const systems = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32', 'aix'];
const processors = ['arm64', 'arm', 'ia32', 'x64', 'riscv64', 'ppc64', 's390x', 'loong64', 'mips64el', 'wasm32'];

/** `cli-linux-arm64-musl` is for linux, arm64, musl. Names without a platform, such as `fsevents`, are for macOS or left alone. */
function platformOf(name: string) {
  const parts = name.split(/[-/]/);
  const os = systems.filter((system) => parts.includes(system) || (system === 'win32' && parts.includes('windows')));
  const cpu = processors.filter((processor) => parts.includes(processor));
  const libc = parts.includes('musl') ? ['musl'] : [];
  return { ...(os.length > 0 && { os }), ...(cpu.length > 0 && { cpu }), ...(libc.length > 0 && { libc }) };
}

type Entries = Record<string, Record<string, unknown>>;

/** Optional binaries that packages of the lock name and that it does not hold. */
function leftOutOf(lock: LockFile): Entries {
  const leftOut: Entries = {};
  for (const entry of Object.values(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const place = `node_modules/${name}`;
      const platform = platformOf(name);
      if (lock.packages[place] || !/^\d/.test(version) || Object.keys(platform).length === 0) continue;
      leftOut[place] = {
        version,
        ...askRegistry(name, version),
        ...platform,
        ...(entry.dev && { dev: true }),
        optional: true,
      };
    }
  }
  return leftOut;
}

const toldSchema = z.object({ 'dist.integrity': z.string(), license: z.string() });

/** What the registry tells of one version. @throws when it does not hold it. */
function askRegistry(name: string, version: string): { integrity: string; license: string } {
  const told = execFileSync('npm', ['view', `${name}@${version}`, 'dist.integrity', 'license', '--json'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const { 'dist.integrity': integrity, license } = toldSchema.parse(JSON.parse(told));
  return { integrity, license };
}

/** Entries of the lock that have no digest, with what the registry tells of them. */
function undigestedOf(lock: LockFile, entries: Entries): Entries {
  const bare = packagesOf(lock).filter(([, { integrity }]) => integrity === undefined);
  return Object.fromEntries(
    bare.map(([place, entry]) => {
      const { version, ...rest } = entries[place] ?? {};
      return [place, { version, ...askRegistry(nameOf(place, entry), entry.version ?? ''), ...rest }];
    }),
  );
}

const text = readFileSync('package-lock.json', 'utf8');
const lock = parseLock(text);
// As npm wrote it: a schema that names its keys would put them into an order of its own.
const asWritten = z.record(z.string(), z.unknown()).parse(JSON.parse(text));
const entries = z.record(z.string(), z.record(z.string(), z.unknown())).parse(asWritten['packages']);
const leftOut = leftOutOf(lock);
const digested = undigestedOf(lock, entries);
const sorted = Object.entries({ ...entries, ...digested, ...leftOut }).sort(([a], [b]) => (a < b ? -1 : 1));
const [added, completed] = [Object.keys(leftOut).length, Object.keys(digested).length];
// npm's own order of packages is another one: a lock without gaps stays as npm wrote it.
if (added + completed > 0) {
  const packages = Object.fromEntries(added > 0 ? sorted : Object.entries({ ...entries, ...digested }));
  writeFileSync('package-lock.json', `${JSON.stringify({ ...asWritten, packages }, null, 2)}\n`);
}
console.log(
  `package-lock.json: ${added} optional binaries of other platforms were added, and ${completed} digests of packages.`,
);
