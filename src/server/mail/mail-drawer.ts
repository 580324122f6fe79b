import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Library } from '#catalogue/catalogue.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { MailTemplate, MailTemplates } from './mail-template.ts';

/** What the bundle of the build exports; the templates are JSX, which plain Node does not read. */
type Templates = { renderTemplates: (library: Library) => AsyncIterable<readonly [string, MailTemplate]> };

/** Draws mails while the product runs, by the templates that the build bundled into `folder`. They are read when there is first something to draw. */
export function mailDrawer(folder: string): (library: Library) => Promise<MailTemplates> {
  return async (library) => {
    if (Object.values(library).every(({ cases }) => cases.length === 0)) return {};
    const { renderTemplates } = await bundledTemplates(folder);
    return Object.fromEntries(await Array.fromAsync(renderTemplates(library)));
  };
}

async function bundledTemplates(folder: string): Promise<Templates> {
  const file = resolve(join(folder, 'templates', 'render-templates.js'));
  try {
    return await import(/* @vite-ignore */ pathToFileURL(file).href);
  } catch (cause) {
    throw new AppError('TEMPLATES_MISSING', { cause });
  }
}
