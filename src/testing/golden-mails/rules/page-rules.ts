import { isHidden, type MailTag, textOf } from '../mail-page.ts';
import { faultIf, found, isLetter, type MailRule } from './mail-rule.ts';

const named = (tags: readonly MailTag[], ...names: string[]) => tags.filter(({ name }) => names.includes(name));

function isWithin(tag: MailTag, name: string): boolean {
  return tag.parent !== null && (tag.parent.name === name || isWithin(tag.parent, name));
}

/** The structure of the HTML, and what it must not hold. */
export const pageRules: readonly MailRule[] = [
  {
    name: 'HTML_MIME_NO_HTML_TAG, HTML_TAG_BALANCE_BODY, HTML_TAG_BALANCE_HEAD',
    why: 'A whole page: doctype, one head, one body, each closed.',
    source: 'SA 20_html_tests.cf; R',
    faults: ({ html }) => [
      ...faultIf(!/^<!doctype html/i.test(html), 'doctype'),
      ...['html', 'head', 'body', 'title'].filter(
        (name) =>
          found(html, new RegExp(`<${name}[\\s>]`, 'gi')).length !== 1 ||
          found(html, new RegExp(`</${name}>`, 'gi')).length !== 1,
      ),
    ],
    spoiling: { in: 'html', find: /<\/html>/, put: '' },
  },
  {
    name: 'language and direction, on the page and within it',
    why: 'A voice reads it in the right language; Gmail drops what stands on html and body.',
    source: 'WCAG 2.2 SC 3.1.1; Email Markup Consortium, report of 2025',
    faults: ({ tags, language }) => {
      const stated = tags.filter(({ attributes }) => attributes.lang !== undefined && attributes.dir === 'ltr');
      const [whole, inner] = stated;
      return [
        ...faultIf(whole?.name !== 'html' || inner?.name !== 'div', 'html and a div'),
        ...stated.filter(({ attributes }) => attributes.lang !== language).map(({ name }) => name),
      ];
    },
    spoiling: { in: 'html', find: /<html[^>]*>/, put: '<html>' },
  },
  {
    name: 'a table is there for its looks, and says so',
    why: 'A voice would count its rows and columns.',
    source: 'WCAG 2.2 SC 1.3.1; Email Markup Consortium, report of 2025',
    faults: ({ tags }) =>
      named(tags, 'table')
        .filter(({ attributes }) => attributes.role !== 'presentation')
        .map(({ name }) => name),
    spoiling: { in: 'html', find: /role="presentation"/, put: '' },
  },
  {
    name: 'HTML_IMAGE_ONLY, HTML_IMAGE_RATIO, T_REMOTE_IMAGE: nothing is fetched',
    why: 'No picture is needed to understand it, and nobody is told that it was opened.',
    source: 'SA 20_html_tests.cf, 72_active.cf; R HTML_SHORT_LINK_IMG, EXT_CSS',
    faults: ({ tags, html }) => [
      ...named(tags, 'img', 'link', 'video', 'audio', 'picture', 'source', 'svg').map(({ name }) => name),
      ...found(html, /url\(|@import|(?:src|background)="|<v:/gi),
    ],
    spoiling: { in: 'html', find: /<h1/, put: '<img alt="" src="https://nodomoto.your-company.com/x.png"><h1' },
  },
  {
    name: 'HTML_FORM, JS in mail: nothing runs',
    why: 'Mail programs take it out, and filters the mail.',
    source: 'SA 20_html_tests.cf HTML_TAG_EXIST_FORM; R',
    faults: ({ tags }) => [
      ...named(tags, 'script', 'form', 'input', 'button', 'iframe', 'object', 'embed', 'base').map(({ name }) => name),
      ...tags.flatMap(({ attributes }) => Object.keys(attributes).filter((name) => name.startsWith('on'))),
      ...found(tags.map(({ attributes }) => attributes.href ?? '').join('\n'), /^(?:javascript|data):/gm),
    ],
    spoiling: { in: 'html', find: /<h1/, put: '<form></form><h1' },
  },
  {
    name: 'MANY_INVISIBLE_PARTS, ZERO_FONT, R_WHITE_ON_WHITE: one hidden line, which lists of mails show',
    why: 'Hidden text is how words are smuggled past filters. One costs 0.05 in rspamd, and is what a list shows beside the subject.',
    source: 'R rules/html.lua; SA HTML_TINY_FONT',
    faults: (mail) => {
      const hidden = mail.tags.filter(isHidden).map(textOf);
      return [
        ...faultIf(hidden.length > (isLetter(mail) ? 0 : 1), `${hidden.length} hidden`),
        ...hidden.filter(
          (text) => text.length > 300 || text.trim() === '' || /[\u034f\u00ad\u200b-\u200f\u2060\ufeff]/.test(text),
        ),
        ...found(mail.html, /font-size: ?[01]px|visibility: ?hidden/g),
      ];
    },
    spoiling: { in: 'html', find: /<h1/, put: '<div style="display:none">more</div><h1' },
  },
  {
    name: 'HTML_FONT_TINY: no letter below 13 px',
    why: 'Read on a phone, at arm’s length.',
    source: 'SA; Apple enlarges what is below 13 px by itself',
    faults: ({ html }) =>
      found(html, /(?:font|font-size):[^;"]*?\d+px/g).filter(
        (declaration) => Number(/(\d+)px/.exec(declaration)?.[1]) < 13,
      ),
    spoiling: { in: 'html', find: /400 14px/, put: '400 9px' },
  },
  {
    name: 'whatever has a ground of its own says the colour of its letters with it',
    why: 'Thunderbird and Outlook darken one without the other, and a button loses its letters.',
    source: 'issue 12, found 14; caniemail.com, dark mode',
    faults: ({ tags }) =>
      tags
        .filter((tag) => tag.style.has('background') && !/\bbg\b/.test(tag.attributes.class ?? ''))
        .filter((tag) => !tag.style.has('color') || !/\b(?:btn|go)\b/.test(tag.attributes.class ?? ''))
        .map(({ name }) => name),
    spoiling: { in: 'html', find: /(<a[^>]*background:[^;"]+);color:[^;"]+/, put: '$1' },
  },
  {
    name: 'a row or button stands in a table with a ground as attribute',
    why: 'Outlook and Thunderbird’s dark view know bgcolor where they drop a style.',
    source: 'issue 12, found 14',
    faults: ({ tags }) =>
      named(tags, 'a')
        .filter((tag) => tag.style.has('background'))
        .filter(
          (tag) =>
            !tag.parent?.parent?.parent?.parent?.attributes.bgcolor && !tag.parent?.parent?.parent?.attributes.bgcolor,
        )
        .map(textOf),
    spoiling: { in: 'html', find: /bgcolor="[^"]+"/, put: '' },
  },
  {
    name: 'it says that it has a dark view, and fits a phone',
    why: 'Without the two, Apple Mail inverts the colours by its own guess, and phones shrink the page.',
    source: 'caniemail.com: color-scheme; CSS Color Adjustment 1',
    faults: ({ tags, html }) => {
      const metas = new Map(named(tags, 'meta').map(({ attributes }) => [attributes.name, attributes.content]));
      return [
        ...['color-scheme', 'supported-color-schemes'].filter((name) => metas.get(name) !== 'light dark'),
        ...faultIf(!metas.get('viewport')?.startsWith('width=device-width'), 'viewport'),
        ...faultIf(!html.includes('@media (prefers-color-scheme:dark)'), 'dark view'),
      ];
    },
    spoiling: { in: 'html', find: /prefers-color-scheme:dark/, put: 'print' },
  },
  {
    name: 'one heading of the first level, and none skipped',
    why: 'A voice jumps by headings.',
    source: 'WCAG 2.2 SC 1.3.1, 2.4.6',
    faults: (mail) => {
      const levels = named(mail.tags, 'h1', 'h2', 'h3', 'h4').map(({ name }) => name);
      return faultIf(!isLetter(mail) && !/^h1(,h2)*$/.test(levels.join()), levels.join());
    },
    spoiling: { in: 'html', find: /<h1/, put: '<h3>x</h3><h1' },
  },
  {
    name: 'no placeholder is left, and no name brings markup',
    why: 'What differs by person is text.',
    source: 'CWE-79',
    faults: ({ tags, text, html, subject }) => [
      ...found(`${subject} ${text} ${html}`, /%%\w+%%|\bundefined\b|\[object \w+\]|\bNaN\b/g),
      ...tags.filter(({ name }) => !known.has(name)).map(({ name }) => name),
      ...named(tags, 'a')
        .filter((tag) => isWithin(tag, 'a'))
        .map(textOf),
    ],
    spoiling: { in: 'html', find: /Mei/, put: '<brakes>Mei' },
  },
];

const known = new Set('html head meta title style body div table tbody tr td p ul li h1 h2 a b span br wbr'.split(' '));
