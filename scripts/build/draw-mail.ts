import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import type { Library } from '#catalogue/catalogue.ts';
import type { MailTemplates } from '#server/mail/mail-template.ts';

/** What the bundled templates export; they are JSX, which plain Node does not read. */
type Templates = { renderTemplates: (library: Library) => Promise<MailTemplates> };

/** Draws every mail into `<outFolder>/templates.json`. */
export async function drawMail(library: Library, outFolder: string): Promise<number> {
  const bundle = resolve(outFolder, 'templates');
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: 'src/server/mail/templates/render-templates.tsx', outDir: bundle, emptyOutDir: true },
  });
  const { renderTemplates }: Templates = await import(pathToFileURL(join(bundle, 'render-templates.js')).href);
  const templates = await renderTemplates(library);
  mkdirSync(outFolder, { recursive: true });
  writeFileSync(join(outFolder, 'templates.json'), JSON.stringify(templates));
  return Object.keys(templates).length;
}
