import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import type { Library } from '../../src/catalogue/catalogue.ts';
import type { Stencils } from '../../src/mail/stencil.ts';

/** What the bundled templates export; they are JSX, which plain Node does not read. */
type Templates = { drawStencils: (library: Library) => Promise<Stencils> };

/** Draws every mail into `<outFolder>/stencils.json`. */
export async function drawMail(library: Library, outFolder: string): Promise<number> {
  const bundle = resolve(outFolder, 'templates');
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: 'src/mail/templates/draw-stencils.tsx', outDir: bundle, emptyOutDir: true },
  });
  const { drawStencils }: Templates = await import(pathToFileURL(join(bundle, 'draw-stencils.js')).href);
  const stencils = await drawStencils(library);
  mkdirSync(outFolder, { recursive: true });
  writeFileSync(join(outFolder, 'stencils.json'), JSON.stringify(stencils));
  return Object.keys(stencils).length;
}
