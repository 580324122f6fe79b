import { closeSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '#core/errors/app-error.ts';
import { type MailTemplate, type MailTemplates, mailTemplateSchema } from './mail-template.ts';
import type { TemplateShelf } from './template-shelf.ts';

/** Drawn mails, one a line. */
const linesFile = 'templates.jsonl';

/** Where the line of each key begins and how long it is, in bytes. */
export const templateIndexFile = 'templates-index.json';

const indexSchema = z.record(z.string(), z.tuple([z.int().nonnegative(), z.int().positive()]));

type TemplateIndex = z.infer<typeof indexSchema>;

/** The key stands in the line too, so that a line found by the index of another build is not taken for another mail. */
const lineSchema = z.strictObject({ key: z.string(), ...mailTemplateSchema.shape });

/** Writes mails into `folder` as they are drawn; returns how many. */
export async function writeTemplates(
  folder: string,
  drawn: AsyncIterable<readonly [key: string, template: MailTemplate]>,
): Promise<number> {
  const index: TemplateIndex = {};
  const lines = openSync(join(folder, linesFile), 'w');
  try {
    let at = 0;
    for await (const [key, template] of drawn) {
      const line = Buffer.from(`${JSON.stringify({ key, ...template })}\n`);
      writeSync(lines, line);
      index[key] = [at, line.length];
      at += line.length;
    }
  } finally {
    closeSync(lines);
  }
  writeFileSync(join(folder, templateIndexFile), JSON.stringify(index));
  return Object.keys(index).length;
}

/** The mails as the build drew them, each read when it is wanted. @throws AppError when they were not drawn, or by other code. */
export function openTemplates(folder: string): TemplateShelf {
  const index = readIndex(folder);
  return {
    find: (key) => {
      const place = index[key];
      return place ? readLine(folder, key, place) : null;
    },
  };
}

/** Every one of them, for what looks at all. */
export function readTemplates(folder: string): MailTemplates {
  return Object.fromEntries(
    Object.entries(readIndex(folder)).map(([key, place]) => [key, readLine(folder, key, place)]),
  );
}

function readIndex(folder: string): TemplateIndex {
  try {
    return indexSchema.parse(JSON.parse(readFileSync(join(folder, templateIndexFile), 'utf8')));
  } catch (cause) {
    throw new AppError('TEMPLATES_MISSING', { cause });
  }
}

/** The file is opened anew each time: a build beside a running server puts another in its place. */
function readLine(folder: string, key: string, [at, length]: readonly [number, number]): MailTemplate {
  try {
    const { key: found, ...template } = lineSchema.parse(JSON.parse(readBytes(join(folder, linesFile), at, length)));
    if (found !== key) throw new Error(`${found} stands where ${key} was`);
    return template;
  } catch (cause) {
    throw new AppError('TEMPLATES_REPLACED', { cause });
  }
}

function readBytes(file: string, at: number, length: number): string {
  const opened = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(length);
    readSync(opened, bytes, 0, length, at);
    return bytes.toString('utf8');
  } finally {
    closeSync(opened);
  }
}
