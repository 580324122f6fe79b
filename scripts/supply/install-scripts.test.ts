import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { installScriptFaults, installScripts } from './install-scripts.ts';
import { parseLock } from './lock-file.ts';

const own = parseLock(readFileSync('package-lock.json', 'utf8'));
const { allowScripts } = z
  .object({ allowScripts: z.record(z.string(), z.boolean()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

describe('install scripts', () => {
  it('are each named with a reason, in the version that was read', () => {
    expect(installScriptFaults(own, allowScripts)).toEqual([]);
  });

  it('of a package that nobody has read are a fault', () => {
    const lock = structuredClone(own);
    lock.packages['node_modules/zod'] = { version: '4.6.7', hasInstallScript: true };
    expect(installScriptFaults(lock, allowScripts)).toEqual([
      'zod: a new install script; read it, then name it with a reason',
    ]);
  });

  it('of another version than the one that was read are a fault', () => {
    const lock = structuredClone(own);
    lock.packages['node_modules/esbuild'] = { version: '0.99.0', hasInstallScript: true };
    expect(installScriptFaults(lock, allowScripts)).toEqual(['esbuild: its script was read in 0.28.2; read it anew']);
  });

  it('do not run because package.json says so alone', () => {
    expect(installScriptFaults(own, { ...allowScripts, esbuild: true })).toHaveLength(1);
    expect(installScriptFaults(own, { ...allowScripts, zod: true })).toHaveLength(1);
  });

  it('run for no package of the running product', () => {
    const running = Object.entries(own.packages).filter(([, { hasInstallScript, dev }]) => hasInstallScript && !dev);
    expect(
      running.map(([place]) => place.replace('node_modules/', '')).filter((name) => installScripts[name]?.runs),
    ).toEqual([]);
  });

  it('that are unknown end an install', () => {
    expect(readFileSync('.npmrc', 'utf8').split('\n')).toContain('strict-allow-scripts=true');
  });
});
