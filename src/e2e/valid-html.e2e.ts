import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { describe, expect, inject, it } from 'vitest';
import { pagesOfEveryShape } from '#testing/pages-of-every-shape.ts';
import { pagesBelow } from '../../scripts/build/pages-below.ts';

const url = inject('productUrl');
const site = 'dist/client';

/** Valid after the standard, and everything else that the makers of the validator recommend, but for what is not a fault here. */
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  // The validator counts it as a section, which the standard does not: it may stand in the head of a row.
  elements: ['html5', { details: { sectioning: false } }],
  rules: {
    // A title is a headline, and a lesson's rule may have 110 letters; a search engine that cuts it harms nobody.
    'long-title': 'off',
    // The facets answer while they are ticked, and Enter in the search box sends the form; without scripts it is not shown.
    'wcag/h32': 'off',
    // Ticking several of one facet is the point of them.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
    // Lists may be named, and a row of figures on a printed sheet is better with a name than without.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
  },
});

function faultsOf(name: string, html: string): string[] {
  const { results } = validator.validateStringSync(html, name);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${name}: ${ruleId}, ${message} (${selector ?? 'the page'})`),
  );
}

describe('valid HTML', () => {
  it('is what every built page is, looked at once for each shape', () => {
    const pages = new Map(pagesBelow(site).map((file) => [relative(site, file), readFileSync(file, 'utf8')]));
    expect(pages.size).toBeGreaterThan(200);
    const chosen = pagesOfEveryShape(pages);
    expect(chosen.length).toBeGreaterThan(30);
    expect(chosen.flatMap((name) => faultsOf(name, pages.get(name) ?? ''))).toEqual([]);
  });

  it.each(['/desk/sign-in', '/inbox'])('is what the server makes on demand at %s', async (path) => {
    expect(faultsOf(path, await (await fetch(`${url}${path}`)).text())).toEqual([]);
  });
});
