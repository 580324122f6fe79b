import { expect, test } from 'vitest';
import { checkChoices } from './check/check-choices.ts';
import { questionSchema } from './schema/question.ts';
import { toldChoice } from './told-choice.ts';

const choice = (id: string | undefined, text: string) => ({ ...(id && { id }), text, tempts: 'はい', costs: 'いいえ' });

test('a choice is told by the translation of its id, wherever that stands', () => {
  const told = [choice('ask-the-maker', '尋ねる'), choice('wait-for-news', '待つ')];
  expect(toldChoice(told, 'wait-for-news', 0)?.text).toBe('待つ');
});

test('without ids in the translation by its place, and never by a choice that has another id', () => {
  expect(toldChoice([choice(undefined, '待つ')], 'wait-for-news', 0)?.text).toBe('待つ');
  expect(toldChoice([choice('ask-the-maker', '尋ねる')], 'wait-for-news', 0)).toBeUndefined();
});

const question = (ids: (string | undefined)[]) => ({
  id: 'saturday',
  lesson: 'keep-stock',
  roles: ['buyer'],
  scene: 'The plant that made your valves has burned down, and it is Saturday.',
  ask: 'What do you do?',
  subject: 'A plant that burned',
  choices: ids.map((id, index) => ({
    ...(id && { id }),
    text: `Choice ${index}`,
    ...(index === 0
      ? { because: 'Only the maker knows how long it would take to make it again.' }
      : { tempts: 'News will come by itself.', costs: 'The days when others decide.' }),
  })),
});

test('two choices of one id, and an id that could be taken for a letter, are refused', () => {
  const faults = (ids: string[]) => questionSchema.safeParse(question(ids)).error?.issues.length ?? 0;
  expect([faults(['ask-it', 'wait']), faults(['ask-it', 'ask-it']), faults(['a', 'wait'])]).toEqual([0, 1, 1]);
});

test('a choice without an id is named, with its question', () => {
  const questions = [questionSchema.parse(question(['ask-it', undefined]))];
  expect(checkChoices([{ id: 'fire-1997', questions }])).toMatchObject([
    { file: 'cases/fire-1997/questions.yaml', field: 'saturday', wrong: 'a choice has no id' },
  ]);
});
