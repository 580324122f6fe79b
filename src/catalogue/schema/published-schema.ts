import { z } from 'zod';
import { languages } from '#i18n/languages.ts';
import { caseSchema } from './case.ts';
import { glossaryFileSchema } from './glossary.ts';
import { instrumentSchema } from './instrument.ts';
import { jurisdictionsFileSchema } from './jurisdiction.ts';
import { lessonSchema } from './lesson.ts';
import { mailStorySchema } from './mail-story.ts';
import { moduleSchema } from './module.ts';
import { officialListNames, officialListSchema } from './official-list.ts';
import { slug } from './primitives.ts';
import { questionSchema } from './question.ts';
import { roleIds } from './roles.ts';
import { sourceSchema } from './source.ts';
import { startersFileSchema } from './starter.ts';
import { termSchema, vocabularyNames } from './vocabulary.ts';

/** The version of catalogue.json; raised when a field changes its meaning or goes. */
export const catalogueVersion = 2;

const toldIn = z.enum(languages).describe('the language it is told in: the first one, where nobody has translated it');
const questionId = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/);

const publishedCase = z.strictObject({
  ...caseSchema.shape,
  id: slug,
  toldIn,
  behind: z.boolean().describe('the original was changed after it was translated'),
  contestedToldIn: toldIn,
  readingMinutes: z.number().int().min(1),
  opening: z.array(z.string()).min(1).describe('the story up to its decision, in plain paragraphs'),
  mail: z.strictObject(mailStorySchema.shape),
  sources: z.array(sourceSchema),
  questions: z.array(z.strictObject({ ...questionSchema.shape, id: questionId, caseId: slug })),
});

const publishedLesson = z.strictObject({
  ...lessonSchema.shape,
  id: slug,
  roles: z.array(z.enum(roleIds)).describe('whose work it is: the roles graded 2 or 3, the highest first'),
  toldIn,
  comparisonsToldIn: toldIn,
  caseIds: z.array(slug),
  questionIds: z.array(questionId),
});

const keyed = <Name extends string, Entry extends z.ZodType>(names: readonly Name[], entry: Entry) =>
  z.record(z.enum(names), entry);

/** catalogue.json as it is published; docs/catalogue.md says what may change in it. Strict here, so that no field goes out undescribed. */
export const publishedCatalogueSchema = z.strictObject({
  version: z.literal(catalogueVersion),
  language: z.enum(languages),
  cases: z.array(publishedCase),
  lessons: z.array(publishedLesson),
  modules: z.array(z.strictObject({ ...moduleSchema.shape, id: slug, toldIn })),
  instruments: z.array(z.strictObject({ ...instrumentSchema.shape, id: slug })),
  jurisdictions: jurisdictionsFileSchema,
  lists: keyed(officialListNames, officialListSchema),
  glossary: glossaryFileSchema,
  vocabulary: keyed(vocabularyNames, z.array(termSchema)),
  starters: startersFileSchema.describe('what a team of a sector, or a person of a role, usually depends on'),
});

/**
 * The same for others, as JSON Schema 2020-12. It lets fields pass that it does not know: a new field keeps the version, and must not
 * break whoever checks against the schema of last year. How long a text may be is a rule for authors, and another one in every language.
 */
export function catalogueJsonSchema(site: string) {
  const schema = z.toJSONSchema(publishedCatalogueSchema, {
    io: 'output',
    reused: 'ref',
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      delete jsonSchema.minLength;
      delete jsonSchema.maxLength;
    },
  });
  const $id = new URL('/catalogue.schema.json', site).href;
  return { ...schema, $id, title: `Nodomoto catalogue, version ${catalogueVersion}` };
}
