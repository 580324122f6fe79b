import { Parser } from 'htmlparser2';

type Open = { tag: string; shape: string; children: string[]; text: string; label: string };

/** Attributes whose value decides what an element is, and so belongs to its shape. */
const telling = new Set([
  'role',
  'type',
  'rel',
  'http-equiv',
  'scope',
  'method',
  'autocomplete',
  'loading',
  'as',
  'target',
]);

/** Attributes that name an element of the same page. */
const pointing = new Set([
  'for',
  'aria-labelledby',
  'aria-describedby',
  'aria-controls',
  'list',
  'headers',
  'form',
  'usemap',
]);

/** Attributes that should hold a number. */
const numeric = new Set([
  'colspan',
  'rowspan',
  'tabindex',
  'width',
  'height',
  'maxlength',
  'minlength',
  'start',
  'value',
]);

const landmarks = new Set(['nav', 'aside', 'section', 'form', 'header', 'footer', 'main', 'search']);

/**
 * Everything about a page that a validator can object to, without its words: which elements stand in which, beside which and after which,
 * with which attributes of which form, whether there is anything in them, and whatever is said twice, points nowhere or is written oddly.
 * A page all of whose shapes are known from valid pages is valid, so that a library of any size needs one page for each shape.
 */
export function shapesOf(html: string): Set<string> {
  const page = new PageShapes();
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => page.open(tag, attributes),
      ontext: (text) => page.write(text),
      onclosetag: (_, implied) => page.close(implied),
    },
    { decodeEntities: false },
  );
  parser.end(html);
  if (/[^\S\n]\n/.test(html)) page.shapes.add('blanks at the end of a line');
  return page.whole();
}

class PageShapes {
  readonly shapes = new Set<string>();
  private readonly ids = new Set<string>();
  private readonly pointedAt = new Map<string, string>();
  private readonly said = new Set<string>();
  private readonly path: Open[] = [];

  open(tag: string, attributes: Record<string, string>): void {
    const parent = this.path.at(-1);
    const names = Object.keys(attributes).sort();
    const shape = [tag, ...names.map((name) => formOfAttribute(tag, name, attributes[name] ?? ''))].join(' ');
    this.shapes.add(`${parent?.shape ?? ''} > ${shape}`);
    for (const value of Object.values(attributes)) this.noteMarks(value, /&#?\w*;?/g);
    this.shapes.add([...this.path.map((one) => one.tag), tag].join(' '));
    if (parent) this.standBeside(parent, tag);
    this.note(tag, attributes);
    const { alt = '', title = '' } = attributes;
    for (const above of this.path) above.text += alt;
    if (alt !== '' && alt === title) this.shapes.add(`${tag} says its title again`);
    this.path.push({ tag, shape, children: [], text: '', label: attributes['aria-label'] ?? '' });
  }

  write(text: string): void {
    for (const above of this.path) above.text += text.trim();
    const parent = this.path.at(-1);
    if (!parent || parent.tag === 'script' || parent.tag === 'style') return;
    if (text.trim() !== '') this.shapes.add(`${parent.tag} > text`);
    this.noteMarks(text, /[<>]|&#?\w*;?/g);
  }

  close(implied: boolean): void {
    const closed = this.path.pop();
    if (!closed) return;
    const { tag, shape, children, text, label } = closed;
    this.shapes.add(`${shape} with ${text === '' ? 'no text' : 'text'}, ${children.length === 0 ? 'empty' : 'filled'}`);
    if (implied) this.shapes.add(`${tag} is not closed`);
    if (label !== '' && label === text) this.shapes.add(`${tag} says its text again`);
    for (const child of new Set(children)) this.shapes.add(`${tag} holds ${child}`);
    this.shapes.add(`${tag} holds ${[...new Set(children)].sort().join(' ')}`);
  }

  whole(): Set<string> {
    for (const [id, from] of this.pointedAt) if (!this.ids.has(id)) this.shapes.add(`${from} points nowhere`);
    return this.shapes;
  }

  private standBeside(parent: Open, tag: string): void {
    this.shapes.add(`${parent.tag}: ${parent.children.at(-1) ?? 'first'} + ${tag}`);
    if (parent.children.includes(tag)) this.shapes.add(`${parent.tag}: another ${tag}`);
    parent.children.push(tag);
  }

  /** What has to be one of its kind in a page: ids, names, landmarks. */
  private note(tag: string, attributes: Record<string, string>): void {
    const { id, name, role = '', 'aria-label': label = '', 'aria-labelledby': labelledBy = '' } = attributes;
    if (id !== undefined) this.say(`id ${id}`, `${tag} has an id that was given before`);
    if (id !== undefined) this.ids.add(id);
    if (name !== undefined)
      this.say(`name ${tag} ${name}`, `${tag} ${attributes['type'] ?? ''} has a name that was given before`);
    if (landmarks.has(tag) || role !== '')
      this.say(`landmark ${tag} ${role} ${label} ${labelledBy}`, `${tag} ${role} is named as one before`);
    for (const [pointer, value] of Object.entries(attributes))
      if (pointing.has(pointer))
        for (const target of value.split(/\s+/)) this.pointedAt.set(target, `${tag} ${pointer}`);
  }

  private noteMarks(text: string, marks: RegExp): void {
    for (const [mark] of text.matchAll(marks)) this.shapes.add(`written ${mark.replace(/\d+/, '0')}`);
  }

  private say(what: string, again: string): void {
    if (this.said.has(what)) this.shapes.add(again);
    this.said.add(what);
  }
}

/** The name of an attribute, with its value where that tells, and else with the kinds of sign that stand in it. */
function formOfAttribute(tag: string, name: string, value: string): string {
  if (telling.has(name) || (name === 'name' && tag === 'meta')) return `${name}=${value}`;
  const words = value.split(' ');
  if (name === 'class') return new Set(words).size === words.length ? name : `${name} twice`;
  const oddities = [
    value === '' && 'empty',
    /\s/.test(value) && 'with blanks',
    /^\s|\s$/.test(value) && 'with blanks around',
    /^tel:/.test(value) && 'of a telephone',
    name === 'id' && !/^[A-Za-z]/.test(value) && 'not begun by a letter',
    numeric.has(name) && !/^-?\d+(\.\d+)?$/.test(value) && 'not a number',
  ];
  return [name, ...oddities.filter(Boolean)].join(' ');
}
