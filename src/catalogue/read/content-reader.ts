import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { YAMLParseError } from 'yaml';
import type { z } from 'zod';
import { type Language, otherLanguages } from '#i18n/languages.ts';
import type { CaseFolder, ContentParts } from '../assemble.ts';
import { type ContentFault, faultsFrom } from '../check/content-fault.ts';
import { splitFrontMatter } from '../front-matter.ts';
import { caseSchema } from '../schema/case.ts';
import { glossaryFileSchema } from '../schema/glossary.ts';
import { instrumentSchema } from '../schema/instrument.ts';
import { type Jurisdiction, jurisdictionsFileSchema } from '../schema/jurisdiction.ts';
import { lessonSchema } from '../schema/lesson.ts';
import { mailStorySchema } from '../schema/mail-story.ts';
import { moduleSchema } from '../schema/module.ts';
import {
  type OfficialList,
  type OfficialListName,
  officialListNames,
  officialListSchema,
} from '../schema/official-list.ts';
import { questionSchema, questionsFileSchema } from '../schema/question.ts';
import { sourceSchema, sourcesFileSchema } from '../schema/source.ts';
import { startersFileSchema } from '../schema/starter.ts';
import {
  type CaseTranslation,
  caseTranslationSchema,
  lessonTranslationSchema,
  mailTranslationSchema,
  moduleTranslationSchema,
  questionTranslationsSchema,
  type Translations,
} from '../schema/translation.ts';
import { termsFileSchema, type Vocabulary, vocabularyNames } from '../schema/vocabulary.ts';
import { checkStoryBody, checkTranslatedBody } from '../story-body.ts';
import { headingsIn, headingsOf } from '../story-sections.ts';
import { caseFingerprint } from './case-fingerprint.ts';
import { mdxFaults } from './mdx-faults.ts';
import { parsedYaml } from './parsed-yaml.ts';

/** Files of the first language carry no language in their names: `index.mdx` beside `index.ja.mdx`. */
const translated = new RegExp(`\\.(${otherLanguages.join('|')})\\.\\w+$`);

/** Front matter below an empty line, as it stands below its dashes: lines are counted as in the file. */
function headAt(head: string): string {
  return `\n${head}`;
}

/** `npm run new-case` writes TODO where an author must write; so may an author. */
function unwrittenFaults(file: string, text: string): ContentFault[] {
  return text.split('\n').flatMap((line, index) => {
    const waits = /(?:^|[\s"'])TODO\b\s*(.{0,40})/.exec(line);
    return waits
      ? [
          {
            file,
            field: `line ${index + 1}`,
            wrong: `"TODO ${waits[1]?.trim() ?? ''}" still waits`,
            mend: 'Write it, or take it out.',
            rule: { code: 'unwritten', facts: { said: waits[1]?.trim() ?? '' } },
          },
        ]
      : [];
  });
}

/** What a file holds, by its path below the folder; throws where there is none. */
export type TextOf = (file: string) => string;

export function textsIn(folder: string): TextOf {
  return (file) => readFileSync(join(folder, file), 'utf8');
}

/** Reads the files below `folder`, and gathers what is wrong with each by itself. */
export class ContentReader {
  readonly faults: ContentFault[] = [];
  /** Cases whose front matter could be read, and not all of the rest: with as much of it as could. */
  readonly rough: CaseFolder[] = [];
  private readonly folder: string;
  private readonly textOf: TextOf;

  constructor(folder: string, textOf: TextOf) {
    this.folder = folder;
    this.textOf = textOf;
  }

  readParts(): ContentParts {
    return {
      vocabulary: this.readVocabulary(),
      lessons: this.readEach('lessons', lessonSchema),
      modules: this.readEach('modules', moduleSchema),
      instruments: this.readEach('instruments', instrumentSchema),
      jurisdictions: this.readJurisdictions(),
      lists: this.readLists(),
      glossary: this.readYaml('vocabulary/glossary.yaml', glossaryFileSchema) ?? [],
      starters: this.readYaml('vocabulary/starters.yaml', startersFileSchema) ?? [],
      cases: this.list('cases').flatMap((id) => this.readCase(id)),
    };
  }

  private list(name: string): string[] {
    return readdirSync(join(this.folder, name))
      .filter((entry) => !entry.startsWith('.'))
      .sort();
  }

  private readVocabulary(): Vocabulary {
    const lists = vocabularyNames.map((name) => [
      name,
      this.readYaml(`vocabulary/${name}.yaml`, termsFileSchema) ?? [],
    ]);
    return Object.fromEntries(lists);
  }

  private readJurisdictions(): Jurisdiction[] {
    return this.readYaml('jurisdictions.yaml', jurisdictionsFileSchema) ?? [];
  }

  private readLists(): Record<OfficialListName, OfficialList> {
    const lists = officialListNames.map((name) => [name, this.readYaml(`lists/${name}.yaml`, officialListSchema)]);
    return Object.fromEntries(lists);
  }

  private readEach<T>(name: string, schema: z.ZodType<T>): { id: string; file: T }[] {
    const originals = this.list(name).filter((entry) => !translated.test(entry));
    return originals.flatMap((entry) => this.readOne(name, entry.replace(/\.yaml$/, ''), schema));
  }

  readOne<T>(name: string, id: string, schema: z.ZodType<T>): { id: string; file: T }[] {
    const file = this.readYaml(`${name}/${id}.yaml`, schema);
    return file === null ? [] : [{ id, file }];
  }

  readCase(id: string): CaseFolder[] {
    const file = `cases/${id}/index.mdx`;
    const text = this.readText(file);
    if (text === null) return [];
    const split = splitFrontMatter(text);
    if (!split) {
      this.faults.push({
        file,
        field: '',
        wrong: 'the file has no front matter',
        mend: 'Start it with --- and the fields of a case.',
      });
      return [];
    }
    const frontMatter = this.parse(file, headAt(split.head), caseSchema);
    const questions = this.readYaml(`cases/${id}/questions.yaml`, questionsFileSchema);
    const sources = this.readYaml(`cases/${id}/sources.yaml`, sourcesFileSchema);
    const mail = this.readYaml(`cases/${id}/mail.yaml`, mailStorySchema);
    // Front matter that cannot be read names no headings to compare with.
    const headings = frontMatter ? headingsOf(frontMatter.headings) : headingsIn(split.body);
    this.faults.push(...checkStoryBody(file, split.body, headings), ...mdxFaults(file, text));
    if (!frontMatter) return [];
    if (questions && sources && mail) return [{ id, frontMatter, body: split.body, questions, sources, mail }];
    this.rough.push({
      id,
      frontMatter,
      body: split.body,
      questions: questions ?? this.readableEntries(`cases/${id}/questions.yaml`, questionSchema),
      sources: sources ?? this.readableEntries(`cases/${id}/sources.yaml`, sourceSchema),
      mail: mail ?? { subject: '', preheader: '', minutes: 1, story: [] },
    });
    return [];
  }

  /** Those entries of a list that have no fault by themselves. */
  private readableEntries<T>(file: string, schema: z.ZodType<T>): T[] {
    try {
      const entries = parsedYaml(file, this.textOf(file));
      return Array.isArray(entries) ? entries.flatMap((entry) => schema.safeParse(entry).data ?? []) : [];
    } catch {
      // What keeps the file from being read was named when it was.
      return [];
    }
  }

  readTranslations(language: Language): Translations {
    return {
      cases: new Map(this.list('cases').flatMap((id) => this.readCaseTranslation(id, language))),
      lessons: this.readEachTranslation('lessons', language, lessonTranslationSchema),
      modules: this.readEachTranslation('modules', language, moduleTranslationSchema),
    };
  }

  private readEachTranslation<T>(name: string, language: Language, schema: z.ZodType<T>): Map<string, T> {
    const ending = `.${language}.yaml`;
    const files = this.list(name).filter((entry) => entry.endsWith(ending));
    return new Map(
      files.flatMap((entry): [string, T][] => {
        const file = this.readYaml(`${name}/${entry}`, schema);
        return file === null ? [] : [[entry.slice(0, -ending.length), file]];
      }),
    );
  }

  private readCaseTranslation(id: string, language: Language): [string, CaseTranslation][] {
    const file = `cases/${id}/index.${language}.mdx`;
    if (!existsSync(join(this.folder, file))) return [];
    const text = this.readText(file) ?? '';
    const split = splitFrontMatter(text);
    const present = caseFingerprint(this.folder, id);
    const frontMatter = split && this.parseCaseTranslation(file, split.head, present);
    const questions = this.readYaml(`cases/${id}/questions.${language}.yaml`, questionTranslationsSchema);
    const mail = this.readYaml(`cases/${id}/mail.${language}.yaml`, mailTranslationSchema);
    if (!split || !frontMatter || !questions || !mail) return [];
    this.faults.push(...checkTranslatedBody(file, split.body), ...mdxFaults(file, text));
    return [[id, { frontMatter, body: split.body, questions, mail, present }]];
  }

  /** A fingerprint that is missing or no fingerprint is answered with the present one. */
  private parseCaseTranslation(file: string, head: string, present: string): CaseTranslation['frontMatter'] | null {
    const known = this.faults.length;
    const frontMatter = this.parse(file, headAt(head), caseTranslationSchema);
    for (const fault of this.faults.slice(known)) {
      if (fault.field === 'of') fault.mend = `The original as it is now is of: "${present}".`;
    }
    return frontMatter;
  }

  private readText(file: string): string | null {
    try {
      const text = this.textOf(file);
      this.faults.push(...unwrittenFaults(file, text));
      return text;
    } catch {
      this.faults.push({
        file,
        field: '',
        wrong: 'the file is missing',
        mend: 'Add it; docs/writing-a-case.md shows its form.',
      });
      return null;
    }
  }

  private readYaml<T>(file: string, schema: z.ZodType<T>): T | null {
    const text = this.readText(file);
    return text === null ? null : this.parse(file, text, schema);
  }

  private parse<T>(file: string, text: string, schema: z.ZodType<T>): T | null {
    try {
      const result = schema.safeParse(parsedYaml(file, text), { reportInput: true });
      if (result.success) return result.data;
      this.faults.push(...faultsFrom(file, result.error));
    } catch (error) {
      if (!(error instanceof YAMLParseError)) throw error;
      const line = error.linePos?.[0].line;
      this.faults.push({
        file,
        field: line ? `line ${line}` : '',
        wrong: 'this is not valid YAML',
        mend: `${error.message.replace(/ at line [\s\S]*$/, '.')} Quote text that holds a colon.`,
      });
    }
    return null;
  }
}
