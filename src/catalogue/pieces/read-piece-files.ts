import { parse, YAMLParseError } from 'yaml';
import { splitFrontMatter } from '../front-matter.ts';
import { headingsOf, type OwnHeadings, sectionRoles } from '../story-sections.ts';
import { boxName, type Field, type PieceKind, rowName, sections, type Typed, within } from './form.ts';
import type { PieceFiles } from './piece-files.ts';
import { blocksOfMdx, typedStory } from './story-text.ts';
import { cleaned, longestField } from './typed.ts';

/** Why files make no draft: the name of the file, and what is the matter with it. */
export type FilesRefused = {
  file: string;
  reason: 'not-yaml' | 'no-front-matter' | 'not-mdx' | 'not-known' | 'too-long';
};

export type ReadPiece =
  | { ok: true; kind: PieceKind; typed: Typed /** Fields that the form does not have. */; leftOut: string[] }
  | { ok: false; refused: FilesRefused };

/** A draft made of files as an author wrote them, or as a piece was written out; some of a case's four may be missing. Names are those of files, without folders. */
export function readPieceFiles(files: PieceFiles): ReadPiece {
  const value: Record<string, unknown> = {};
  let kind: PieceKind | null = null;
  for (const [path, text] of Object.entries(files)) {
    const file = path.split('/').at(-1) ?? path;
    const read = readOne(file, text);
    if (!read.ok) return read;
    if (kind !== null && read.kind !== kind) return { ok: false, refused: { file, reason: 'not-known' } };
    kind = read.kind;
    Object.assign(value, read.value);
  }
  if (kind === null) return { ok: false, refused: { file: '', reason: 'not-known' } };
  const fields = sections[kind].flatMap((section) => section.fields);
  const typed = typedOfGroup(fields, '', value);
  const long = Object.entries(typed).find(([, text]) => text.length > longestField);
  if (long) return { ok: false, refused: { file: long[0], reason: 'too-long' } };
  const known: string[] = fields.map(({ name }) => name);
  return { ok: true, kind, typed, leftOut: Object.keys(value).filter((name) => !known.includes(name)) };
}

type ReadOne = { ok: true; kind: PieceKind; value: Record<string, unknown> } | { ok: false; refused: FilesRefused };

function readOne(file: string, text: string): ReadOne {
  const refuse = (reason: FilesRefused['reason']): ReadOne => ({ ok: false, refused: { file, reason } });
  try {
    if (file.endsWith('.mdx')) {
      const split = splitFrontMatter(text.replace(/^\ufeff/, ''));
      if (!split) return refuse('no-front-matter');
      const { headings, ...head } = groupIn(parse(split.head));
      const story = storyOf(split.body, ownHeadingsIn(headings));
      return story ? { ok: true, kind: 'case', value: { ...head, ...story } } : refuse('not-mdx');
    }
    const value: unknown = parse(text);
    if (file === 'questions.yaml') return { ok: true, kind: 'case', value: { questions: value } };
    if (file === 'sources.yaml') return { ok: true, kind: 'case', value: { sources: value } };
    if (file === 'mail.yaml') return { ok: true, kind: 'case', value: { mail: value } };
    const module = groupIn(value);
    return 'purpose' in module || 'audience' in module
      ? { ok: true, kind: 'module', value: module }
      : refuse('not-known');
  } catch (error) {
    // The reader of YAML calls it so when aliases of aliases would fill the memory.
    if (error instanceof YAMLParseError || error instanceof ReferenceError) return refuse('not-yaml');
    throw error;
  }
}

function ownHeadingsIn(value: unknown): OwnHeadings {
  const own = groupIn(value);
  return Object.fromEntries(sectionRoles.map((role) => [role, textIn(own[role]) || undefined]));
}

/** The five sections, by their headings in whatever order: the usual ones, or those that the front matter names. */
function storyOf(body: string, own: OwnHeadings): Record<string, string> | null {
  const parts = body.split(/^##\s+(.+?)\s*$/m);
  try {
    return Object.fromEntries(
      headingsOf(own).map((heading, index) => {
        const at = parts.findIndex((part, place) => place % 2 === 1 && part === heading);
        return [sectionRoles[index], at < 0 ? '' : typedStory(blocksOfMdx(parts[at + 1] ?? ''))];
      }),
    );
  } catch {
    return null;
  }
}

function groupIn(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

function listIn(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function textIn(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'string' || typeof value === 'number' ? cleaned(String(value)) : '';
}

function typedOfGroup(fields: readonly Field[], prefix: string, value: Record<string, unknown>): Typed {
  const entries = fields.flatMap((field) => Object.entries(typedOf(field, prefix, value[field.name])));
  return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}

function typedOf(field: Field, prefix: string, value: unknown): Typed {
  const name = within(prefix, field.name);
  switch (field.as) {
    case 'group':
      return typedOfGroup(field.of, name, groupIn(value));
    case 'rows':
      return Object.assign(
        {},
        ...listIn(value)
          .slice(0, field.most)
          .map((row, index) => typedOfGroup(field.of, rowName(name, index + 1), groupIn(row))),
      );
    case 'words':
      return Object.fromEntries(
        listIn(value)
          .slice(0, field.most)
          .map((word, index) => [rowName(name, index + 1), textIn(word)]),
      );
    case 'some':
      return Object.fromEntries(listIn(value).map((word) => [boxName(name, textIn(word)), 'on']));
    case 'paragraphs':
      return { [name]: listIn(value).map(textIn).join('\n\n') };
    case 'codes':
      return { [name]: listIn(value).map(textIn).join(', ') };
    case 'cited':
      return { [name]: listIn(value).map(textIn).join(' ') };
    case 'place': {
      const { latitude, longitude } = groupIn(value);
      return { [name]: [latitude, longitude].map(textIn).filter(Boolean).join(', ') };
    }
    default:
      return { [name]: textIn(value) };
  }
}
