import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import type { Library } from '#catalogue/catalogue.ts';
import type { MailTemplate } from '#server/mail/mail-template.ts';
import { writeTemplates } from '#server/mail/template-files.ts';

/** What the bundled templates export; they are JSX, which plain Node does not read. */
type Templates = { renderTemplates: (library: Library) => AsyncIterable<readonly [string, MailTemplate]> };

/** Draws every mail into `outFolder`; returns how many. */
export async function drawMail(library: Library, outFolder: string): Promise<number> {
  const bundle = resolve(outFolder, 'templates');
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: 'src/server/mail/templates/render-templates.tsx', outDir: bundle, emptyOutDir: true },
  });
  const { renderTemplates }: Templates = await import(pathToFileURL(join(bundle, 'render-templates.js')).href);
  mkdirSync(outFolder, { recursive: true });
  return writeTemplates(outFolder, renderTemplates(library));
}
