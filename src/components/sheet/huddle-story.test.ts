import { describe, expect, it, test } from 'vitest';
import { readLibrary } from '#catalogue/read/read-content.ts';
import { sentencesOf, splitStory } from './huddle-story.ts';

const sentence = (words: number) => `${Array.from({ length: words - 1 }, () => 'plant').join(' ')} stood.`;
const paragraph = (...lengths: number[]) => lengths.map(sentence).join(' ');

describe('the front of a huddle sheet', () => {
  it('tells whole paragraphs and stops once there is enough to choose by', () => {
    const story = [paragraph(50), paragraph(50), paragraph(50)];
    expect(splitStory(story)).toEqual({ front: story.slice(0, 2), rest: story.slice(2) });
  });

  it('ends a paragraph that is too long at the end of a sentence, and tells the rest overleaf', () => {
    const { front, rest } = splitStory([paragraph(60), paragraph(50, 30, 40, 30), paragraph(20)]);
    expect(front).toEqual([paragraph(60), paragraph(50, 30)]);
    expect(rest).toEqual([paragraph(40, 30), paragraph(20)]);
  });

  it('loses no sentence', () => {
    const story = [paragraph(70), paragraph(80, 20, 20), paragraph(40)];
    const { front, rest } = splitStory(story);
    expect([...front, ...rest].join(' ')).toBe(story.join(' '));
  });

  it('tells a story without a single full stop whole, sooner than nothing', () => {
    expect(splitStory([Array.from({ length: 300 }, () => 'plant').join(' ')]).front).toHaveLength(1);
  });
});

describe('a sentence', () => {
  it('does not end after an initial or an abbreviation', () => {
    expect(sentencesOf('Its owner, B. Braun, moved. It was No. 1 then.')).toEqual([
      'Its owner, B. Braun, moved. ',
      'It was No. 1 then.',
    ]);
  });

  it('does not end within a figure, and takes its closing quotation mark along', () => {
    expect(sentencesOf('It lost 1.5 million. “Stop.” He went')).toEqual([
      'It lost 1.5 million. ',
      '“Stop.” ',
      'He went',
    ]);
  });

  it('ends at a Japanese full stop', () => {
    expect(sentencesOf('工場が焼けた。「止まる。」と言った。')).toEqual([
      '工場が焼けた。',
      '「止まる。」',
      'と言った。',
    ]);
  });
});

const { en, ja } = readLibrary('content');

test.each([...en.cases, ...ja.cases].map((entry) => [entry.id, entry.toldIn, entry.opening] as const))(
  'the front of %s, told in %s, ends with a sentence',
  (_id, _language, story) => {
    expect(splitStory(story).front.at(-1)).toMatch(/(?:[.!?][”’"')]*|[。！？][」』）]*)$/);
  },
);
