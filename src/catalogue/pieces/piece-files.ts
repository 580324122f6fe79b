import { stringify } from 'yaml';
import { storySections } from '../story-sections.ts';
import { countryCode } from './country-code.ts';
import { boxName, type Field, type PieceKind, rowName, sections, type Typed, within } from './form.ts';
import { blocksOf, mdxStory } from './story-text.ts';
import { isOf, rowsIn } from './typed.ts';

/** The files of a piece below `content/`, by their paths: as an author of the library would have written them. */
export type PieceFiles = Readonly<Record<string, string>>;

/** What stands after the sections of the story, in their order. */
const placed = ['<Decision />', '', '', '<Contrast />\n\n<Timeline />', '<Fading />'] as const;

/** The files that a draft makes, however much of it is still missing: what is empty is left out, and said by the checks. */
export function pieceFiles(kind: PieceKind, slug: string, typed: Typed): PieceFiles {
  const value = formValue(kind, typed);
  if (kind === 'module') return { [`modules/${slug}.yaml`]: yaml(value) };
  const { sources, questions, mail, happened, same, unseen, did, forgotten, ...head } = value;
  const story = { happened, same, unseen, did, forgotten };
  return {
    [`cases/${slug}/index.mdx`]: `---\n${yaml({ ...head, decision: head['decision'] ?? firstId(questions) })}---\n\n${bodyOf(Object.values(story))}`,
    [`cases/${slug}/questions.yaml`]: yaml(questions ?? []),
    [`cases/${slug}/mail.yaml`]: yaml(mail ?? {}),
    [`cases/${slug}/sources.yaml`]: yaml(sources ?? []),
  };
}

/** What the files of a piece may be called. */
export function pieceFileNames(kind: PieceKind, slug: string): string[] {
  if (kind === 'module') return [`${slug}.yaml`];
  return ['index.mdx', 'questions.yaml', 'mail.yaml', 'sources.yaml'];
}

/** Quoted wherever YAML could take a text for something else, and never folded: a fault is found by its line. */
function yaml(value: unknown): string {
  return stringify(value, { lineWidth: 0, defaultStringType: 'PLAIN', blockQuote: false });
}

function bodyOf(texts: readonly unknown[]): string {
  const parts = storySections.map((heading, index) => {
    const text = texts[index];
    const told = typeof text === 'string' ? mdxStory(blocksOf(text)) : '';
    return [`## ${heading}`, told, placed[index]].filter(Boolean).join('\n\n');
  });
  return `${parts.join('\n\n')}\n`;
}

/** Until somebody chose, the first question stands in the middle of the story. */
function firstId(questions: unknown): unknown {
  const [first]: unknown[] = Array.isArray(questions) ? questions : [];
  return typeof first === 'object' && first !== null && 'id' in first ? first.id : undefined;
}

function formValue(kind: PieceKind, typed: Typed): Record<string, unknown> {
  return groupValue(
    sections[kind].flatMap(({ fields }) => fields),
    '',
    typed,
  );
}

function groupValue(fields: readonly Field[], prefix: string, typed: Typed): Record<string, unknown> {
  const entries = fields.map((field) => [field.name, fieldValue(field, prefix, typed)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** What a field holds as the file says it; `undefined` where nothing was typed. */
function fieldValue(field: Field, prefix: string, typed: Typed): unknown {
  const name = within(prefix, field.name);
  const text = typed[name] ?? '';
  switch (field.as) {
    case 'group': {
      const isEmpty = !Object.keys(typed).some((key) => isOf(key, name));
      return field.optional && isEmpty ? undefined : groupValue(field.of, name, typed);
    }
    case 'rows': {
      const rows = rowsIn(typed, name, field.most).map((row) => groupValue(field.of, rowName(name, row), typed));
      return rows.length === 0 ? undefined : rows;
    }
    case 'words': {
      const words = rowsIn(typed, name, field.most).map((row) => typed[rowName(name, row)] ?? '');
      return words.length === 0 ? undefined : words;
    }
    case 'some':
      return ticked(name, typed);
    case 'paragraphs':
      return text === '' ? undefined : text.split(/\n\s*\n/).map(oneLine);
    case 'story':
      return text === '' ? undefined : text;
    case 'number':
      return text === '' ? undefined : numberIn(text);
    case 'codes':
      return text === ''
        ? undefined
        : text.split(/[,;、，\n]+/).flatMap((part) => (part.trim() ? [countryCode(part)] : []));
    case 'place':
      return text === '' ? undefined : placeIn(text);
    case 'cited':
      return text === '' ? undefined : text.split(/[\s,;]+/).filter(Boolean);
    default:
      return text === '' ? undefined : oneLine(text);
  }
}

/** No box is an empty list where some are asked for: the rules say whether that will do. */
function ticked(name: string, typed: Typed): string[] {
  const start = boxName(name, '');
  return Object.keys(typed)
    .filter((key) => key.startsWith(start))
    .map((key) => key.slice(start.length));
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** A text that is no number stays a text, and is said to be none. */
function numberIn(text: string): number | string {
  const number = Number(text.replace(',', '.'));
  return Number.isFinite(number) ? number : text;
}

/** "52.37, -1.26", as maps copy it. */
function placeIn(text: string): unknown {
  const [latitude = '', longitude = ''] = text.split(/[,;\s]+/).filter(Boolean);
  return { latitude: numberIn(latitude), longitude: longitude === '' ? undefined : numberIn(longitude) };
}
