import type { ContentFault } from '../check/content-fault.ts';
import type { FormRule } from '../check/form-rule.ts';
import { type PieceKind, type SectionId, sections, type Typed } from './form.ts';
import { isOf } from './typed.ts';

/** A fault where it stands in the form: in which section, at which of its fields. */
export type PlacedFault = { section: SectionId; field: string; rule: FormRule; missing: boolean };

/** Fields of the story by the headings and elements that a fault of the body names. */
const bodyField = 'happened';

/** What the checks of the library found, beside the fields that somebody typed it into. Pure. */
export function placeFaults(kind: PieceKind, typed: Typed, faults: readonly ContentFault[]): PlacedFault[] {
  const placed = faults.map((fault) => {
    const field = kind === 'case' ? fieldOfCase(fault, typed) : fault.field;
    const missing = /is missing|^it has 0/.test(fault.wrong) || isEmptyAt(typed, field);
    return {
      section: sectionWith(kind, field),
      field: shownField(kind, field),
      rule: ruleIn(fault),
      missing,
    };
  });
  return placed.filter((fault, index) => placed.findIndex((other) => isSame(other, fault)) === index);
}

function isSame(one: PlacedFault, other: PlacedFault): boolean {
  return one.field === other.field && JSON.stringify(one.rule) === JSON.stringify(other.rule);
}

function ruleIn({ rule, wrong, mend }: ContentFault): FormRule {
  return rule ?? { code: 'other', facts: { wrong, mend } };
}

function isEmptyAt(typed: Typed, field: string): boolean {
  return !Object.keys(typed).some((key) => isOf(key, field));
}

/** The name of the field in the form: in the files of a case a path begins anew in each. */
function fieldOfCase({ file, field, rule }: ContentFault, typed: Typed): string {
  if (file.endsWith('questions.yaml')) return fieldOfRow('questions', field, typed);
  if (file.endsWith('sources.yaml')) return fieldOfRow('sources', field, typed);
  if (file.endsWith('mail.yaml')) return field === '' ? 'mail' : `mail.${field}`;
  if (field === 'body' || field === 'headings' || /^(line \d+|<)/.test(field)) return storyFieldWith(rule, typed);
  // A place on the map is typed in one field.
  return field.startsWith('location') ? 'location' : field;
}

/** A row by its number, or by the id that somebody gave it. */
function fieldOfRow(rows: string, field: string, typed: Typed): string {
  if (field === '' || field === 'choices') return rows;
  if (field.startsWith('[')) return `${rows}${field}`;
  const [id = '', ...rest] = field.split('.');
  const row = Object.entries(typed).find(
    ([name, text]) => text === id && new RegExp(`^${rows}\\[\\d+\\]\\.id$`).test(name),
  );
  const at = row?.[0].slice(0, -'.id'.length) ?? rows;
  return [at, ...rest].join('.');
}

/** The section of the story that holds the sentence a fault quotes. */
function storyFieldWith(rule: FormRule | undefined, typed: Typed): string {
  const quoted = rule?.code === 'uncited' || rule?.code === 'unwritten' ? rule.facts.said.replace(/\.\.\.$/, '') : '';
  const words = quoted.split(' ').slice(0, 5).join(' ');
  const names = ['happened', 'same', 'unseen', 'did', 'forgotten'];
  const holding = names.find((name) => words !== '' && (typed[name] ?? '').replaceAll(/\s+/g, ' ').includes(words));
  return holding ?? bodyField;
}

function sectionWith(kind: PieceKind, field: string): SectionId {
  const found = sections[kind].find(({ fields }) => fields.some(({ name }) => isOf(field, name)));
  return found?.id ?? (kind === 'case' ? 'about' : 'module');
}

/** The nearest field that the form shows: of a list of citations, words or paragraphs, the whole. */
function shownField(kind: PieceKind, field: string): string {
  return sections[kind].some(({ fields }) => fields.some(({ name }) => isOf(field, name)))
    ? field.replace(
        /(sources|countries|supply|mail\.story|roles|audience|hazards|sectors|routes|systems|dependencies|instruments|colours)\[\d+\]$/,
        '$1',
      )
    : '';
}
