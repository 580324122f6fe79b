import { readFileSync } from 'node:fs';
import { AppError } from '#core/errors/app-error.ts';
import { type MailTemplates, mailTemplatesFileSchema } from './mail-template.ts';

/** The mails as the build drew them. @throws AppError when they were not drawn, or by other code. */
export function readTemplates(file: string): MailTemplates {
  try {
    return mailTemplatesFileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new AppError('TEMPLATES_MISSING', { cause: error });
  }
}
