import { readFileSync } from 'node:fs';
import { HouseError } from '../house-error.ts';
import { type Stencils, stencilsFileSchema } from './stencil.ts';

/** The mails as the build drew them. @throws HouseError when they were not drawn, or by other code. */
export function readStencils(file: string): Stencils {
  try {
    return stencilsFileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new HouseError(
      'STENCILS_MISSING',
      'The mails have not been drawn yet.',
      'Run npm run build, or npm start, which builds first.',
      { cause: error },
    );
  }
}
