import { expect, test } from 'vitest';
import { makeOtherWordsFile, OtherWords } from './other-words.ts';

const otherWords = new OtherWords(
  makeOtherWordsFile(
    {
      heard: [
        {
          for: 'labour-dispute',
          de: ['Streik/streiken/Arbeitskampf'],
          es: ['huelga'],
          zh: ['罢工'],
        },
        { for: 'port-closed', de: ['Hafen/Häfen'], es: ['puerto'], zh: ['港口', '码头'] },
        { for: 'magnets', de: ['seltene Erden'], es: ['tierras raras'], zh: ['稀土'] },
        { for: 'drought', de: ['Dürre'], es: ['sequía'], zh: [] },
      ],
      firms: [
        { name: 'Toyota', also: ['トヨタ', '丰田'] },
        { name: 'Jaguar Land Rover', also: ['JLR'] },
      ],
    },
    ['DE', 'CN'],
  ),
);
const conceptsIn = (query: string) => [...otherWords.hear(query).concepts.keys()].sort();

test('a thing is heard in German, Spanish and Chinese', () => {
  expect(conceptsIn('Streik')).toEqual(['labour-dispute']);
  expect(conceptsIn('huelga en el puerto')).toEqual(['labour-dispute', 'port-closed']);
  expect(conceptsIn('码头工人罢工')).toEqual(['labour-dispute', 'port-closed']);
});

test('endings, accents and umlauts need not be typed as they are listed', () => {
  expect(conceptsIn('huelgas')).toEqual(['labour-dispute']);
  expect(conceptsIn('sequia')).toEqual(['drought']);
  expect(conceptsIn('Haefen')).toEqual(['port-closed']);
  expect(conceptsIn('Duerre')).toEqual(['drought']);
  expect(conceptsIn('seltener Erde')).toEqual(['magnets']);
});

test('a German compound is taken apart where both parts are known', () => {
  expect(conceptsIn('Hafenstreik')).toEqual(['labour-dispute', 'port-closed']);
  expect(conceptsIn('Hafenrundfahrt')).toEqual([]);
});

test('a slip in a longer word, and a word half typed, are heard less surely', () => {
  expect(otherWords.hear('Arbeitskamf ').concepts.get('labour-dispute')).toBe(0.5);
  expect(otherWords.hear('Arbeitsk').concepts.get('labour-dispute')).toBe(0.8);
  expect(otherWords.hear('Arbeitsk ').concepts.size).toBe(0);
});

test('a country of the cases is heard by its name in each language, which nobody lists', () => {
  expect(conceptsIn('Alemania')).toEqual(['countries:DE']);
  expect(conceptsIn('德国')).toEqual(['countries:DE']);
});

test('a firm in another script or by another name is read as the cases spell it', () => {
  expect(otherWords.hear('トヨタ 火災').names).toEqual(['Toyota']);
  expect(otherWords.hear('丰田').names).toEqual(['Toyota']);
  expect(otherWords.hear('jlr').names).toEqual(['Jaguar Land Rover']);
});

test('words that hold a sentence together belong to the language of its other words, and to none alone', () => {
  expect(otherWords.hear('huelga en el puerto').isWord('el')).toBe(true);
  expect(otherWords.hear('pizza en el bar').isWord('el')).toBe(false);
});
