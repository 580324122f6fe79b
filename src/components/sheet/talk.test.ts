import { expect, it } from 'vitest';
import { wordsIn } from '#i18n/words.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { talkingQuestions, withinSentence } from './talk.ts';

const words = wordsIn('en').sheet;
const talk = { words, inputs: 'brake valves', tempting: 'A', record: 'forgotten' } as const;

it('the first question asks where we depend as the case did', () => {
  const [first] = talkingQuestions({ ...talk, dependency: { id: 'single-site', label: 'One site' } });
  expect(first).toBe(`${words.same['single-site']} ${words.samePart('brake valves')}`);
});

it('a kind of dependency that has no question of its own is asked for by its name', () => {
  const [first] = talkingQuestions({ ...talk, dependency: { id: 'single-font', label: 'One font' } });
  expect(first).toContain('(One font)');
});

it('every kind of dependency of the vocabulary is asked about in three questions', () => {
  for (const dependency of aCatalogue().vocabulary.dependencies) {
    expect(talkingQuestions({ ...talk, dependency })).toHaveLength(3);
  }
});

it('a label loses its capital within a sentence, and an abbreviation keeps it', () => {
  expect(['Brake valves', 'IV fluids', '電力'].map(withinSentence)).toEqual(['brake valves', 'IV fluids', '電力']);
});
