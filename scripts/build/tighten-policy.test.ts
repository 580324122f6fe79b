import { describe, expect, it } from 'vitest';
import { hashOf } from './hash-of.ts';
import { tighten } from './tighten-policy.ts';

const page = (policy: string, rest: string) =>
  `<head><meta http-equiv="content-security-policy" content="${policy}">${rest}</head>`;

describe('the policy of a page', () => {
  it('keeps the hashes of the scripts and styles that stand in it, and drops the others', () => {
    const all = `default-src 'self'; script-src 'self' '${hashOf('run()')}' '${hashOf('other()')}'; style-src 'self' '${hashOf('a{}')}' '${hashOf('b{}')}';`;
    const rest = '<script>run()</script><style>b{}</style>';
    expect(tighten(page(all, rest))).toBe(
      page(`default-src 'self'; script-src 'self' '${hashOf('run()')}'; style-src 'self' '${hashOf('b{}')}';`, rest),
    );
  });

  it('never allows a script that was not allowed before', () => {
    const strict = page("script-src 'self';", '<script>run()</script>');
    expect(tighten(strict)).toBe(strict);
  });

  it('keeps an empty style, which has a hash as well', () => {
    const empty = page(`style-src '${hashOf('')}';`, '<style></style>');
    expect(tighten(empty)).toBe(empty);
  });
});
