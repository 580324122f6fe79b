import { z } from 'zod';
import { optional } from './blank.ts';

const example = 'for example from: openssl rand -hex 32';

/** Bits. What `openssl rand -hex 16` gives has 128 and, counted by its letters, hardly ever less than 100; a word written four times has 20. */
const leastBits = 80;

/** The shortest text of which the whole is a repetition, the last time perhaps cut short. */
function repeatedPart(text: string): string {
  const letters = [...text];
  for (let length = 1; length <= letters.length / 2; length += 1)
    if (letters.every((letter, index) => letter === letters[index % length])) return letters.slice(0, length).join('');
  return text;
}

/** How many bits a text holds at most, if its letters were drawn by lot as often as they stand in it; a repetition adds none. */
export function bitsIn(text: string): number {
  const letters = [...repeatedPart(text)];
  const counts = new Map<string, number>();
  for (const letter of letters) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts.values().reduce((bits, count) => bits + count * Math.log2(letters.length / count), 0);
}

const secret = z
  .string()
  .min(32, { error: `use at least 32 characters, ${example}`, abort: true })
  .refine(
    (text) => bitsIn(text) >= leastBits,
    `it repeats itself and can be guessed, and with it every link can be forged; make another, ${example}`,
  );

export const secretShape = {
  SECRET: optional(secret).describe(
    `Signs the links in mail; at least 32 characters, drawn by lot, ${example}. Needed for real mail.\nTo change it, move the old one to PREVIOUS_SECRETS, or the links in mails already sent open nothing.`,
  ),
  PREVIOUS_SECRETS: z
    .preprocess(
      (value) =>
        String(value ?? '')
          .split(',')
          .map((part) => part.trim())
          .filter(Boolean),
      z.array(secret).max(10, 'at most 10: leave out the oldest'),
    )
    .describe(
      'What SECRET was before, the newest first, separated by commas: links signed with these still work. Leave one out once it is known to others.',
    ),
};
