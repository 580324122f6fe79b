import { writeFileSync } from 'node:fs';
import { asvsPage } from './security/asvs-page.ts';

/** `npm run asvs`: writes docs/asvs.md from scripts/security/asvs.yaml. */
writeFileSync('docs/asvs.md', asvsPage());
