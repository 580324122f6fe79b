import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/**
 * `npm run lock`: adds to package-lock.json the optional binaries of other platforms that npm left out. npm drops from the lock what the
 * registry it asks does not hold, and `npm ci` then refuses a lock with gaps, also on platforms that need none of them.
 * An entry made here has no checksum; npm reads it only on the platform it names.
 */
const entrySchema = z.looseObject({
  version: z.string().optional(),
  dev: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});

const lockSchema = z.looseObject({ packages: z.record(z.string(), entrySchema) });

const systems = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32', 'aix'];
const processors = ['arm64', 'arm', 'ia32', 'x64', 'riscv64', 'ppc64', 's390x', 'loong64', 'mips64el', 'wasm32'];

/** `cli-linux-arm64-musl` is for linux, arm64, musl. Names without a platform, such as `fsevents`, are for macOS or left alone. */
function platformOf(name: string) {
  const parts = name.split(/[-/]/);
  const os = systems.filter((system) => parts.includes(system));
  const cpu = processors.filter((processor) => parts.includes(processor));
  const libc = parts.includes('musl') ? ['musl'] : [];
  return { ...(os.length > 0 && { os }), ...(cpu.length > 0 && { cpu }), ...(libc.length > 0 && { libc }) };
}

const lock = lockSchema.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
let added = 0;
for (const entry of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const place = `node_modules/${name}`;
    const platform = platformOf(name);
    if (lock.packages[place] || !/^\d/.test(version) || Object.keys(platform).length === 0) continue;
    lock.packages[place] = { version, ...platform, ...(entry.dev && { dev: true }), optional: true };
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
// npm's own order of keys is another one: a lock without gaps stays as npm wrote it.
if (added > 0) writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} optional binaries of other platforms were added to package-lock.json.`);
