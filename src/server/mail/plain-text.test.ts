import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCase, findLesson, findQuestion } from '#catalogue/catalogue.ts';
import { aCatalogue, comparedCases } from '#testing/a-catalogue.ts';
import { caseText, compareText, recallText, stepText, wrap } from './plain-text.ts';

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
    caseText(findCase(catalogue, 'flood-2011'), question, 'Japan, 2011', 'en'),
    recallText(question, 'Japan, 2011', 'en'),
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
  expect(caseText(findCase(catalogue, 'flood-2011'), question, '', 'en')).toContain('A plant was lost.');
  expect(recallText(question, '', 'en')).not.toContain('A plant was lost.');
});

test('Japanese is broken at 36 letters, and no line begins with a full stop', () => {
  const text = '1997年2月1日の夜明け前、愛知県刈谷市の工場が火災で焼け落ちました。'.repeat(4);
  const lines = wrap(text).split('\n');
  expect(lines.join('')).toBe(text);
  for (const line of lines) expect([line.length <= 38, /^[、。]/.test(line)]).toEqual([true, false]);
});

test('a Japanese text says everything in Japanese, and a pair of words in a link keeps its address apart', () => {
  const catalogue = aCatalogue();
  const question = findQuestion(catalogue, 'flood-2011/keep-stock');
  const text = recallText(question, '', 'ja');
  expect(text).toContain('配信停止： %%unsubscribeUrl%%');
  expect(text).not.toMatch(/Unsubscribe|Why you|Your team/);
});

test('a comparison tells both cases in brief with where to read them, and asks one thing', () => {
  const catalogue = aCatalogue();
  const pair = [findCase(catalogue, comparedCases.left), findCase(catalogue, comparedCases.right)];
  const text = compareText(pair, 'en');
  for (const { id, title } of pair) {
    expect(text).toContain(`${title}\nNaka, Japan, 20`);
    expect(text).toContain(`%%siteUrl%%/cases/${id}/`);
  }
  expect(text).toContain('What do they share?');
  expect(text).toContain('See what they share: %%answerUrl%%');
  expect(text).toContain('Unsubscribe: %%unsubscribeUrl%%');
});

test('a step says what to do, how long it takes and within whose authority; asked after, it says the rule again', () => {
  const lesson = findLesson(aCatalogue(), 'keep-stock');
  const [step] = lesson.steps;
  if (!step) throw new RangeError('The lesson has no step.');
  const first = stepText('apply', lesson, step, 'en');
  expect(first).toContain('THE RULE OF KEEP-STOCK.');
  expect(first).toContain(`The step: ${step.action}`);
  expect(first).toContain('30 minutes. Within your own authority.');
  expect(first).toContain('I will\n   %%answerUrl%%?choice=will');
  const after = stepText('did-you', lesson, step, 'en');
  expect(after).toContain(`You said you would: ${step.action}`);
  expect(after).toContain('The rule behind it: The rule of keep-stock.');
  expect(after).toContain('Not yet\n   %%answerUrl%%?choice=will');
});
