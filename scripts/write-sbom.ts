import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { billFaults } from './supply/bill-faults.ts';
import { billOfMaterials } from './supply/bill-of-materials.ts';
import { parseLock } from './supply/lock-file.ts';

/** `npm run sbom [FILE]`: the software bill of materials of a release. One that breaks the schema is not written. */
const file = process.argv[2] ?? 'nodomoto.cdx.json';
const project = z.looseObject({ name: z.string() }).parse(JSON.parse(readFileSync('package.json', 'utf8')));
const bill = billOfMaterials(project.name, project, parseLock(readFileSync('package-lock.json', 'utf8')));
const faults = await billFaults(bill);
if (faults) {
  console.error(`The bill of materials does not keep to CycloneDX: ${faults}`);
  process.exitCode = 1;
} else {
  writeFileSync(file, bill);
  console.log(`${file}: every package of production, with its digest and licence.`);
}
