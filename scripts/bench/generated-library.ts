import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';

/** What a build needs of the repository besides its content. */
const parts = ['public', 'scripts', 'src', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/**
 * Lays out in `folder` a repository whose library has `count` cases: the real ones, and copies of them with ids and titles of their own.
 * Everything else is the same, so a copy costs what a case costs; the modules in node_modules are shared.
 */
export function layOutLibrary(folder: string, count: number): void {
  for (const part of parts) cpSync(part, join(folder, part), { recursive: true });
  cpSync('content', join(folder, 'content'), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  const cases = join(folder, 'content', 'cases');
  const real = readdirSync(cases).sort();
  for (let number = real.length; number < count; number += 1) {
    const original = real[number % real.length];
    if (original) copyCase(cases, original, Math.floor(number / real.length));
  }
}

function copyCase(cases: string, original: string, round: number): void {
  const copy = join(cases, `${original}-${round}`);
  cpSync(join(cases, original), copy, { recursive: true });
  for (const name of readdirSync(copy)) {
    const file = join(copy, name);
    const text = readFileSync(file, 'utf8');
    if (/^index(\.\w+)?\.mdx$/.test(name))
      writeFileSync(file, text.replace(/^title:.*$/m, `title: Copy ${round} of ${original}`));
    if (/^questions(\.\w+)?\.yaml$/.test(name)) writeFileSync(file, varied(text, round));
    if (/^mail(\.\w+)?\.yaml$/.test(name)) writeFileSync(file, withOwnSubject(text, round));
  }
}

const choice = z.looseObject({ text: z.string() });
const questionsFile = z.array(z.looseObject({ subject: z.string(), choices: z.array(choice) }));
const mailFile = z.looseObject({ subject: z.string() });

/**
 * The check of a whole library asks whether the right answers can be told by their words, and where they stand. Copies would repeat each
 * answer until it can, so each copy gives the texts to the choices in another turn.
 */
function varied(text: string, round: number): string {
  const questions = questionsFile.parse(parse(text)).map((question) => {
    const texts = question.choices.map((entry) => entry.text);
    const turned = [...texts.slice(round % texts.length), ...texts.slice(0, round % texts.length)];
    const choices = question.choices.map((entry, at) => ({ ...entry, text: turned[at] ?? entry.text }));
    return { ...question, subject: numbered(question.subject, round), choices };
  });
  return stringify(questions);
}

function withOwnSubject(text: string, round: number): string {
  const mail = mailFile.parse(parse(text));
  return stringify({ ...mail, subject: numbered(mail.subject, round) });
}

/** Two mails of one subject would look like one that came again; 59 letters are the most that a subject may have. */
function numbered(subject: string, round: number): string {
  return `${subject.slice(0, 54)} ${round}`;
}
