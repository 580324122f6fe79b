import { z } from 'zod';
import { brokenRule } from '../check/form-rule.ts';
import { readingGrade } from '../check/reading-grade.ts';
import { usesContested } from './contested.ts';
import { line, subjectLine, validUntil } from './primitives.ts';

/** Readable by fifteen-year-olds: what plain-language guides ask of text for everybody, and staff read it between two calls. */
const highestGrade = 9;

const wordCount = (text: string) => text.split(/\s+/).filter(Boolean).length;

/** `mail.yaml`: the case told in an e-mail, so that it can be learned from without a click. */
export const mailStorySchema = z
  .strictObject({
    subject: subjectLine(8),
    preheader: line(90, 40),
    minutes: z.number().int().min(1).max(3).default(2),
    story: z
      .array(line(900, 40))
      .min(3, 'tell it in three to five paragraphs')
      .max(5, 'tell it in three to five paragraphs'),
    contested: usesContested,
    validUntil,
  })
  .superRefine((mail, context) => {
    const words = mail.story.reduce((sum, paragraph) => sum + wordCount(paragraph), 0);
    if (words < 200 || words > 300) {
      const rule = { code: 'mail-length', facts: { words } } as const;
      context.addIssue(brokenRule(['story'], `the story has ${words} words; make it 200 to 300`, rule));
    }
    const grade = readingGrade(mail.story.join(' '));
    if (grade > highestGrade) {
      const message = `its reading grade is ${grade.toFixed(1)}; bring it to ${highestGrade} with shorter sentences and words`;
      const facts = { grade: grade.toFixed(1), most: highestGrade };
      context.addIssue(brokenRule(['story'], message, { code: 'hard-to-read', facts }));
    }
  });

export type MailStory = z.infer<typeof mailStorySchema>;
