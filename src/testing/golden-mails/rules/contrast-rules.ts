import { isHidden, type MailTag } from '../mail-page.ts';
import type { ReadMail } from '../read-mail.ts';
import type { MailRule } from './mail-rule.ts';

type Theme = 'light' | 'dark';
type Look = { ground: string; letters: string };

/** Colours that a class has in a theme, from the one style sheet of the mail. */
function coloursByClass(css: string): ReadonlyMap<string, string> {
  const dark = /prefers-color-scheme:dark\)\{([\s\S]*?\})\}/.exec(css)?.[1] ?? '';
  return new Map([...dark.matchAll(/\.(\w+)\{([^}]*)\}/g)].map(([, name = '', rules = '']) => [name, rules]));
}

/** Inline colours, over which those of a class win in the dark. */
function lookOf(tag: MailTag, theme: Theme, classes: ReadonlyMap<string, string>): Look {
  const above = tag.parent ? lookOf(tag.parent, theme, classes) : { ground: '#ffffff', letters: '#000000' };
  const own = { ground: tag.style.get('background') ?? above.ground, letters: tag.style.get('color') ?? above.letters };
  if (theme === 'light') return own;
  const rules = (tag.attributes.class ?? '')
    .split(' ')
    .map((name) => classes.get(name) ?? '')
    .join(';');
  return {
    ground: /background:(#\w+)/.exec(rules)?.[1] ?? own.ground,
    letters: /(?:^|[;{])color:(#\w+)/.exec(rules)?.[1] ?? own.letters,
  };
}

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast({ ground, letters }: Look): number {
  const [dim = 0, bright = 0] = [luminance(ground), luminance(letters)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

function faultsIn({ tags, html }: ReadMail, theme: Theme): string[] {
  const classes = coloursByClass(html);
  return tags
    .filter((tag) => tag.children.some((child) => typeof child === 'string' && child.trim() !== ''))
    .filter((tag) => !['title', 'style'].includes(tag.name) && !isHidden(tag))
    .map((tag) => ({ tag, look: lookOf(tag, theme, classes) }))
    .filter(({ look }) => contrast(look) < 4.5)
    .map(({ tag, look }) => `${look.letters} on ${look.ground}: ${tag.name}`);
}

export const contrastRules: readonly MailRule[] = [
  {
    name: 'HTML_FONT_LOW_CONTRAST, HTML_FONT_FACE_BAD: letters stand out by 4.5 to 1',
    why: 'Pale letters are unread, and how words are hidden.',
    source: 'WCAG 2.2 SC 1.4.3; SA 20_html_tests.cf',
    faults: (mail) => faultsIn(mail, 'light'),
    spoiling: { in: 'html', find: /color:#6e665e/, put: 'color:#ccc5bd' },
  },
  {
    name: 'the same in the dark',
    why: 'A colour that the dark view forgets is dark on dark.',
    source: 'WCAG 2.2 SC 1.4.3',
    faults: (mail) => faultsIn(mail, 'dark'),
    spoiling: { in: 'html', find: /class="ink/, put: 'class="inky' },
  },
];
