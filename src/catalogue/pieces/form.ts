import { policyColourIds } from '#core/exposure/policy-colours.ts';
import { caseSchema } from '../schema/case.ts';
import { leverageSchema } from '../schema/leverage.ts';
import { roleIds } from '../schema/roles.ts';
import type { VocabularyName } from '../schema/vocabulary.ts';

/** What a piece of the house may be. */
export const pieceKinds = ['case', 'module'] as const;
export type PieceKind = (typeof pieceKinds)[number];

/** What boxes or a type-ahead offer: words of a vocabulary, lessons that may be sent, or a fixed list. */
export type Offered = VocabularyName | 'lessons' | 'questions' | readonly string[];

/** One field of the form; `name` stands after the names of the fields it lies in, as in `timeline[2].on`, which is how a fault names its place too. */
export type Field =
  /** *line*: one line. *text*: a paragraph. *story*: paragraphs with citations. *paragraphs*: a list, parted by empty lines. *codes*: countries. *place*: "52.4, -1.3". *cited*: sources. */
  | { name: string; as: 'line' | 'text' | 'story' | 'paragraphs' | 'number' | 'date' | 'codes' | 'place' | 'cited' }
  | { name: string; as: 'one'; of: Offered }
  | { name: string; as: 'some'; of: Offered }
  /** Words typed with a type-ahead, one a row. */
  | { name: string; as: 'words'; of: Offered; most: number }
  | { name: string; as: 'rows'; most: number; spare: number; of: readonly Field[] }
  | { name: string; as: 'group'; optional: boolean; of: readonly Field[] };

const shape = caseSchema.shape;
const cited: Field = { name: 'sources', as: 'cited' };

const side = (name: string): Field => ({
  name,
  as: 'group',
  optional: false,
  of: [{ name: 'who', as: 'line' }, { name: 'figure', as: 'line' }, { name: 'text', as: 'text' }, cited],
});

const leverage: Field = {
  name: 'leverage',
  as: 'group',
  optional: true,
  of: [
    { name: 'mechanism', as: 'one', of: leverageSchema.shape.mechanism.options },
    { name: 'instruments', as: 'some', of: leverageSchema.shape.instruments.element.options },
    { name: 'wielder', as: 'line' },
    { name: 'target', as: 'line' },
    { name: 'node', as: 'line' },
    cited,
  ],
};

const choice: Field = {
  name: 'choices',
  as: 'rows',
  most: 4,
  spare: 4,
  of: [
    { name: 'text', as: 'line' },
    { name: 'because', as: 'text' },
    { name: 'tempts', as: 'text' },
    { name: 'costs', as: 'text' },
    { name: 'id', as: 'line' },
  ],
};

/** The form of a case, a section a page: in the order in which one is written. */
const caseSections = {
  sources: [
    {
      name: 'sources',
      as: 'rows',
      most: 40,
      spare: 2,
      of: [
        { name: 'publisher', as: 'line' },
        { name: 'title', as: 'line' },
        { name: 'url', as: 'line' },
        { name: 'date', as: 'date' },
        { name: 'tier', as: 'one', of: ['primary', 'press', 'secondary'] },
        { name: 'author', as: 'line' },
        { name: 'language', as: 'line' },
        { name: 'note', as: 'line' },
        { name: 'id', as: 'line' },
      ],
    },
  ],
  about: [
    { name: 'title', as: 'line' },
    { name: 'dek', as: 'text' },
    { name: 'place', as: 'line' },
    { name: 'location', as: 'place' },
    { name: 'countries', as: 'codes' },
    { name: 'supply', as: 'codes' },
    {
      name: 'event',
      as: 'group',
      optional: false,
      of: [
        { name: 'name', as: 'line' },
        { name: 'start', as: 'date' },
        { name: 'end', as: 'date' },
      ],
    },
    { name: 'kind', as: 'one', of: shape.kind.options },
    { name: 'confidence', as: 'one', of: shape.confidence.options },
    { name: 'confidenceNote', as: 'text' },
    { name: 'reviewedOn', as: 'date' },
  ],
  marks: [
    { name: 'inputs', as: 'words', of: 'inputs', most: 8 },
    { name: 'hazards', as: 'some', of: 'hazards' },
    { name: 'sectors', as: 'some', of: 'sectors' },
    { name: 'dependencies', as: 'some', of: 'dependencies' },
    { name: 'roles', as: 'some', of: roleIds },
    { name: 'routes', as: 'some', of: 'routes' },
    { name: 'systems', as: 'some', of: 'systems' },
    { name: 'colours', as: 'some', of: policyColourIds },
    { name: 'colourReason', as: 'text' },
    { name: 'pillar', as: 'one', of: shape.pillar.options },
    leverage,
  ],
  story: [
    { name: 'happened', as: 'story' },
    { name: 'same', as: 'story' },
    { name: 'unseen', as: 'story' },
    { name: 'did', as: 'story' },
    { name: 'forgotten', as: 'story' },
  ],
  figures: [
    {
      name: 'impact',
      as: 'rows',
      most: 4,
      spare: 4,
      of: [{ name: 'figure', as: 'line' }, { name: 'unit', as: 'line' }, cited],
    },
    {
      name: 'timeline',
      as: 'rows',
      most: 12,
      spare: 2,
      of: [{ name: 'on', as: 'date' }, { name: 'text', as: 'line' }, cited],
    },
    { name: 'contrast', as: 'group', optional: false, of: [side('left'), side('right')] },
    {
      name: 'fading',
      as: 'group',
      optional: false,
      of: [
        { name: 'record', as: 'one', of: shape.fading.shape.record.options },
        {
          name: 'moments',
          as: 'rows',
          most: 6,
          spare: 2,
          of: [
            { name: 'on', as: 'date' },
            { name: 'label', as: 'line' },
            { name: 'kind', as: 'one', of: ['spark', 'mark'] },
            cited,
          ],
        },
      ],
    },
  ],
  teaches: [
    {
      name: 'lessons',
      as: 'rows',
      most: 10,
      spare: 1,
      of: [
        { name: 'id', as: 'one', of: 'lessons' },
        { name: 'here', as: 'text' },
      ],
    },
    {
      name: 'monday',
      as: 'group',
      optional: false,
      of: [
        { name: 'action', as: 'text' },
        { name: 'authority', as: 'one', of: ['individual', 'team'] },
        { name: 'minutes', as: 'number' },
        { name: 'roles', as: 'some', of: roleIds },
      ],
    },
    {
      name: 'board',
      as: 'group',
      optional: false,
      of: [{ name: 'cost', as: 'text' }, { name: 'opportunity', as: 'text' }, cited],
    },
  ],
  questions: [
    {
      name: 'questions',
      as: 'rows',
      most: 16,
      spare: 1,
      of: [
        { name: 'subject', as: 'line' },
        { name: 'lesson', as: 'one', of: 'lessons' },
        { name: 'roles', as: 'some', of: roleIds },
        { name: 'scene', as: 'text' },
        { name: 'ask', as: 'line' },
        choice,
        cited,
        { name: 'id', as: 'line' },
      ],
    },
    { name: 'decision', as: 'one', of: 'questions' },
  ],
  mail: [
    {
      name: 'mail',
      as: 'group',
      optional: false,
      of: [
        { name: 'subject', as: 'line' },
        { name: 'preheader', as: 'line' },
        { name: 'minutes', as: 'number' },
        { name: 'story', as: 'paragraphs' },
      ],
    },
  ],
} as const satisfies Record<string, readonly Field[]>;

const moduleSections = {
  module: [
    { name: 'title', as: 'line' },
    { name: 'purpose', as: 'text' },
    { name: 'audience', as: 'some', of: roleIds },
    { name: 'minutes', as: 'number' },
    { name: 'lessons', as: 'words', of: 'lessons', most: 6 },
  ],
} as const satisfies Record<string, readonly Field[]>;

export type SectionId = keyof typeof caseSections | keyof typeof moduleSections;
export type Section = { id: SectionId; fields: readonly Field[] };

export const sections: Readonly<Record<PieceKind, readonly Section[]>> = {
  case: [
    { id: 'sources', fields: caseSections.sources },
    { id: 'about', fields: caseSections.about },
    { id: 'story', fields: caseSections.story },
    { id: 'figures', fields: caseSections.figures },
    { id: 'marks', fields: caseSections.marks },
    { id: 'teaches', fields: caseSections.teaches },
    { id: 'questions', fields: caseSections.questions },
    { id: 'mail', fields: caseSections.mail },
  ],
  module: [{ id: 'module', fields: moduleSections.module }],
};

export function sectionOf(kind: PieceKind, id: string): Section | null {
  return sections[kind].find((section) => section.id === id) ?? null;
}

/** What somebody typed, by the names of the fields; a box that is ticked is "on". */
export type Typed = Readonly<Record<string, string>>;

/** The name of a field within others: `impact[2].figure`. */
export function within(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix}.${name}`;
}

/** The name of a row; rows count from one, as faults do. */
export function rowName(name: string, row: number): string {
  return `${name}[${row}]`;
}

/** The name of a box of a field. */
export function boxName(name: string, value: string): string {
  return `${name}:${value}`;
}

/** A field's name without the numbers of its rows, by which its words are found: `impact.figure`. */
export function fieldKey(name: string): string {
  return name.replaceAll(/\[\d+\]/g, '');
}
