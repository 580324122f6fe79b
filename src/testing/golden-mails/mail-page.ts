import { Parser } from 'htmlparser2';

export type MailTag = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** What its `style` says of each property. */
  style: ReadonlyMap<string, string>;
  parent: MailTag | null;
  children: (MailTag | string)[];
};

/** The HTML of a mail as a tree; its root has no name. */
export function readMailPage(html: string): MailTag {
  const root: MailTag = { name: '', attributes: {}, style: new Map(), parent: null, children: [] };
  let open = root;
  const parser = new Parser({
    onopentag(name, attributes) {
      const tag: MailTag = { name, attributes, style: readStyle(attributes.style ?? ''), parent: open, children: [] };
      open.children.push(tag);
      open = tag;
    },
    ontext: (text) => open.children.push(text),
    onclosetag() {
      open = open.parent ?? root;
    },
  });
  parser.end(html);
  return root;
}

/** Every tag below, in the order of the page. */
export function tagsIn(tag: MailTag): MailTag[] {
  return tag.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...tagsIn(child)]));
}

function readStyle(style: string): ReadonlyMap<string, string> {
  const declarations = style.split(';').map((declaration) => declaration.split(':'));
  return new Map(declarations.map(([property = '', ...value]) => [property.trim(), value.join(':').trim()]));
}

export function isHidden({ style }: MailTag): boolean {
  return style.get('display') === 'none';
}

export function textOf(tag: MailTag | string): string {
  return typeof tag === 'string' ? tag : tag.children.map(textOf).join('');
}

const unread = new Set(['head', 'style', 'script', 'title']);
const inline = new Set(['a', 'b', 'span', 'i', 'em', 'strong', 'wbr']);

/** What a reader sees, one entry a block: a paragraph, a cell, a line before a break. */
export function blocksOf(page: MailTag): string[] {
  const blocks = [''];
  const walk = (node: MailTag | string) => {
    if (typeof node === 'string') blocks[blocks.length - 1] += node;
    else if (!unread.has(node.name) && !isHidden(node)) {
      if (!inline.has(node.name)) blocks.push('');
      for (const child of node.children) walk(child);
      if (!inline.has(node.name)) blocks.push('');
    }
  };
  walk(page);
  return blocks.map((block) => block.replace(/\s+/g, ' ').trim()).filter(Boolean);
}

/** Addresses that the page leads to, in their order. */
export function linksOf(tags: readonly MailTag[]): string[] {
  return tags.flatMap(({ attributes }) => attributes.href ?? []);
}
