import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonForPage } from './json-for-page.ts';

test('no text ends the script element that JSON stands in, and all of it comes back', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('</script><script>alert(1)</script>', '<!--', ']]>'));
  fc.assert(
    fc.property(fc.dictionary(text, text), (value) => {
      const written = jsonForPage(value);
      expect(written).not.toContain('<');
      expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
