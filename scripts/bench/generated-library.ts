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
    if (/^questions(\.\w+)?\.yaml$/.test(name)) writeFileSync(file, mixed(text, round));
  }
}

const questionsFile = z.array(
  z.looseObject({ choices: z.array(z.looseObject({ text: z.string(), because: z.string().optional() })) }),
);

/**
 * The check of a whole library wants right answers to stand anywhere and to be no longer than others. Copies would repeat every chance of the
 * originals until it looked like design, so each copy turns its choices round and draws out one wrong answer in most questions.
 */
function mixed(text: string, round: number): string {
  const questions = questionsFile.parse(parse(text)).map((question, index) => {
    const right = question.choices.find(({ because }) => because !== undefined);
    const wrong = question.choices.findIndex(({ because }) => because === undefined);
    const choices = question.choices.map((choice, at) =>
      at === wrong && right && (round + index) % 4 !== 0
        ? { ...choice, text: `${right.text} too`.slice(0, 120) }
        : choice,
    );
    const turn = (round + index) % choices.length;
    return { ...question, choices: [...choices.slice(turn), ...choices.slice(0, turn)] };
  });
  return stringify(questions);
}
