import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCase, findQuestion } from '#catalogue/catalogue.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { caseText, recallText, wrap } from './plain-text.ts';

const word = fc.oneof(
  { weight: 20, arbitrary: fc.stringMatching(/^[a-z]{1,9}$/) },
  fc.stringMatching(/^[a-z]{60,90}$/),
);
const words = fc.array(word, { minLength: 1, maxLength: 200, size: 'max' });

test('no line is longer than 72 characters, unless it is one long word', () => {
  fc.assert(
    fc.property(words, (list) => {
      for (const line of wrap(list.join(' ')).split('\n')) expect(line.length <= 72 || !line.includes(' ')).toBe(true);
    }),
  );
});

test('wrapping keeps every word, in its order', () => {
  fc.assert(
    fc.property(words, (list) => {
      expect(wrap(list.join(' ')).split(/\s/)).toEqual(list);
    }),
  );
});

test('a line is filled before the next begins', () => {
  fc.assert(
    fc.property(words, (list) => {
      const lines = wrap(list.join(' ')).split('\n');
      for (const [index, line] of lines.slice(1).entries())
        expect((lines[index] ?? '').length + 1 + (line.split(' ')[0] ?? '').length).toBeGreaterThan(72);
    }),
  );
});

test('a link is never broken', () => {
  const link = `https://nodomoto.example/n/${'x'.repeat(80)}`;
  expect(wrap(`Read it here: ${link} when you can.`).split('\n')).toContain(link);
});

test('each choice of the text has its own link, and the way out stands in every mail', () => {
  const catalogue = aCatalogue();
  const question = findQuestion(catalogue, 'flood-2011/keep-stock');
  for (const text of [
    caseText(findCase(catalogue, 'flood-2011'), question, 'Japan, 2011'),
    recallText(question, 'What if?', 'Japan, 2011'),
  ]) {
    expect(text).toContain('A. Wait for news\n   %%answerUrl%%?choice=a');
    expect(text).toContain('B. Ask who makes the part\n   %%answerUrl%%?choice=b');
    expect(text).toContain('Unsubscribe: %%unsubscribeUrl%%');
    expect(text).toContain(question.ask);
  }
});

test('a mail that asks alone does not tell the story again', () => {
  const catalogue = aCatalogue();
  const question = findQuestion(catalogue, 'flood-2011/keep-stock');
  expect(caseText(findCase(catalogue, 'flood-2011'), question, '')).toContain('A plant was lost.');
  expect(recallText(question, 'What if?', '')).not.toContain('A plant was lost.');
});
