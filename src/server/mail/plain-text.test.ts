import { expect, test } from 'vitest';
import { findCase, findLesson, findQuestion } from '#catalogue/catalogue.ts';
import { aCatalogue, comparedCases } from '#testing/a-catalogue.ts';
import { caseText, compareText, recallText, stepText } from './plain-text.ts';

const parts = { dateline: 'Japan, 2011', turn: 'Your turn', language: 'en' } as const;

test('what is said over the question stands between the story and its scene', () => {
  const catalogue = aCatalogue();
  const question = findQuestion(catalogue, 'flood-2011/keep-stock');
  const text = caseText({ ...parts, story: findCase(catalogue, 'flood-2011'), question });
  expect(text).toMatch(/A plant was lost\.[\s\S]*\* \* \*\n\nYour turn\n\nYou hold stock/);
});

test('each choice of the text has its own link, and the way out stands in every mail', () => {
  const catalogue = aCatalogue();
  const question = findQuestion(catalogue, 'flood-2011/keep-stock');
  for (const text of [
    caseText({ ...parts, story: findCase(catalogue, 'flood-2011'), question }),
    recallText(question, 'Japan, 2011', 'en'),
  ]) {
    expect(text).toContain('A. Wait for news →\n%%answerUrl%%?c=a');
    expect(text).toContain('B. Ask who makes the part →\n%%answerUrl%%?c=b');
    expect(text).toContain('Unsubscribe\n%%unsubscribeUrl%%');
    expect(text).toContain(question.ask);
  }
});

test('a choice longer than a line goes on below its first word', () => {
  const question = findQuestion(aCatalogue(), 'flood-2011/keep-stock');
  const [first, ...rest] = question.choices;
  if (!first) throw new RangeError('The question has no choice.');
  const text = `${'Wait for news. '.repeat(5)}Then act.`;
  const long = { ...question, choices: [{ ...first, text }, ...rest] };
  expect(recallText(long, '', 'en')).toMatch(/^A\. Wait .*\n {3}\S.*Then act\. →\n%%answerUrl%%/m);
});

test('a mail that asks alone does not tell the story again', () => {
  const catalogue = aCatalogue();
  const question = findQuestion(catalogue, 'flood-2011/keep-stock');
  expect(caseText({ ...parts, story: findCase(catalogue, 'flood-2011'), question })).toContain('A plant was lost.');
  expect(recallText(question, '', 'en')).not.toContain('A plant was lost.');
});

test('a Japanese text says everything in Japanese, and keeps each address on a line of its own', () => {
  const catalogue = aCatalogue();
  const question = findQuestion(catalogue, 'flood-2011/keep-stock');
  const text = recallText(question, '', 'ja');
  expect(text).toContain('配信停止\n%%unsubscribeUrl%%');
  expect(text).not.toMatch(/Unsubscribe|Why you|Your team/);
});

test('a comparison tells both cases in brief with where to read them, and asks one thing', () => {
  const catalogue = aCatalogue();
  const pair = [findCase(catalogue, comparedCases.left), findCase(catalogue, comparedCases.right)];
  const text = compareText(pair, 'en');
  for (const { id, title } of pair) {
    expect(text).toMatch(new RegExp(`\n20\\d\\d\n${title}`));
    expect(text).toContain(`%%siteUrl%%/cases/${id}/`);
  }
  expect(text).toContain('What do they share?');
  expect(text).toContain('See what they share\n%%answerUrl%%');
  expect(text).toContain('Unsubscribe\n%%unsubscribeUrl%%');
});

test('a step says what to do, how long it takes and within whose authority; asked after, it says the rule again', () => {
  const lesson = findLesson(aCatalogue(), 'keep-stock');
  const [step] = lesson.steps;
  if (!step) throw new RangeError('The lesson has no step.');
  const first = stepText('apply', lesson, step, 'en');
  expect(first).toContain('THE RULE OF KEEP-STOCK.');
  expect(first).toContain(`The step: ${step.action}`);
  expect(first).toContain('30 minutes. Within your own authority.');
  expect(first).toContain('I will →\n%%answerUrl%%?c=will');
  const after = stepText('did-you', lesson, step, 'en');
  expect(after).toContain(`You said you would: ${step.action}`);
  expect(after).toContain('The rule behind it: The rule of keep-stock.');
  expect(after).toContain('Not yet →\n%%answerUrl%%?c=will');
});
