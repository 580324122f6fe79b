import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { shapesOf } from './page-shapes.ts';
import { pagesOfEveryShape } from './pages-of-every-shape.ts';

const page = (main: string, title = 'A page') =>
  `<!DOCTYPE html>\n<html lang="en"><head><title>${title}</title></head><body><nav aria-label="Site"><a href="/">Home</a></nav><main>${main}</main></body></html>\n`;

const sound =
  '<h1>One</h1><p id="a-1">Two &amp; three <a href="#a-1">here</a> <a href="/x/"><b>and</b> there</a></p><ul class="plain wide"><li>a</li><li>b</li></ul>' +
  '<form action="/"><label for="q">Words</label><input id="q" type="text" name="q"><button type="submit">Go</button></form>' +
  '<table><thead><tr><th scope="col">Year</th></tr></thead><tbody><tr><td>1997</td></tr></tbody></table>' +
  '<img src="/a.png" alt="A map"><dl><dt>Who</dt><dd>She</dd></dl><section aria-label="Notes"><h2>Notes</h2></section><svg role="img" aria-label="A line"><path d="M0 0"/></svg>';

/** One fault of each sort that may come from what an author wrote or how much there is of it: what is replaced, and by what. */
const faults: [string, string, string][] = [
  ['an id given twice', '<h2>', '<h2 id="a-1">'],
  ['an id begun by a figure', 'id="a-1"', 'id="1-a"'],
  ['an id with a blank', 'id="a-1"', 'id="a 1"'],
  ['a link in a link', '<b>and</b>', '<a href="/y/">and</a>'],
  ['a block in a paragraph', '<b>and</b>', '<div>and</div>'],
  ['an item that is none', '<li>b</li>', '<p>b</p>'],
  ['a heading without words', '<h2>Notes</h2>', '<h2></h2>'],
  ['a link without words', '>here</a>', '></a>'],
  ['an image without its text', ' alt="A map"', ''],
  ['a mark written raw', 'Two &amp; three', 'Two & three'],
  ['a character nobody knows', '&amp;', '&nonsense;'],
  ['a class given twice', 'plain wide', 'plain plain'],
  ['an element nobody knows', '<b>and</b>', '<bold>and</bold>'],
  ['an element left open', '<b>and</b>', '<b>and'],
  ['two sections of one name', '</section>', '</section><section aria-label="Notes"><h2>More</h2></section>'],
  ['a second main', '<section', '<main></main><section'],
  ['a style of its own', '<p id', '<p style="color:red" id'],
  ['a type of input that is none', 'type="text"', 'type="words"'],
  ['a button that does not say what it does', ' type="submit"', ''],
  ['blanks at the end of a line', 'Two', 'Two \n'],
  ['a caption that is not first', '</table>', '<caption>Years</caption></table>'],
  ['a name of two fields', '<button', '<input type="text" name="q" aria-label="More"><button'],
  ['a role that is redundant', '<ul ', '<ul role="list" '],
];

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: { 'wcag/h32': 'off' },
});

describe('the shapes of a page', () => {
  it('are the same where only words differ', () => {
    expect(validator.validateStringSync(page(sound)).results).toEqual([]);
    const other = sound.replace('Two', 'Four').replace('1997', '2011').replace('/x/', '/y/').replace('A map', 'A plan');
    expect(shapesOf(page(other, 'Another'))).toEqual(shapesOf(page(sound)));
  });

  it.each(faults)('tell %s, which the validator objects to', (_, wanted, by) => {
    const wrong = page(sound.replace(wanted, by));
    expect(validator.validateStringSync(wrong).results).not.toEqual([]);
    expect([...shapesOf(wrong).difference(shapesOf(page(sound)))]).not.toEqual([]);
  });
});

describe('pages of every shape', () => {
  it('are the largest, and each that has something the larger have not', () => {
    const pages = new Map([
      ['short', page('<p>a</p>')],
      ['long', page('<p>a</p><p>b</p><p>c</p>')],
      ['odd', page('<p><i>a</i></p>')],
    ]);
    expect(pagesOfEveryShape(pages)).toEqual(['long', 'odd']);
  });
});
