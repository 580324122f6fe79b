import { writeFileSync } from 'node:fs';
import { errorsPage } from './errors/errors-page.ts';

/** `npm run errors`: writes docs/errors.md from the registry of errors. */
writeFileSync('docs/errors.md', errorsPage());
