import { fold, type Word } from './words.ts';

/** Endings of German and Spanish that say number, case or gender, the longest first; what is left has four letters at least. */
const endings = ['ern', 'em', 'en', 'er', 'es', 'os', 'as', 'e', 'o', 'a', 's', 'n'];
const leastLeft = 4;

/** Words that hold a German or Spanish sentence together. */
const functionWords = new Set(
  `der die das den dem des ein eine einen einem einer eines und oder aber nicht in im am an auf aus bei beim mit nach von vom vor zu zum zur uber unter
durch fur gegen ohne um ist sind war wird werden wurde hat haben wir unser unsere unserem unseren sie er es ich was wie wer wo wenn als auch noch mehr
el la los las un una unos unas y o pero no en de del al a con por para sin sobre entre se su sus nos nuestro nuestra nuestros es son fue esta estan
hay ha han que como cuando donde quien si mas muy lo le les the a of for is are we our to and or on at by from with what how when`.split(
    /\s+/,
  ),
);

/** "Haefen" is typed where a keyboard has no umlauts. What this does to other words ("puerto") it does to both sides. */
export const withoutUmlauts = (word: string): string => word.replace(/([aou])e/g, '$1');

/** A word without what it ends in: Savoy, Light Stemming Approaches for the French, Portuguese, German and Hungarian Languages, 2006, in its simplest form. */
export function lightStem(word: string): string {
  const plain = withoutUmlauts(word);
  const ending = endings.find((one) => plain.endsWith(one) && plain.length - one.length >= leastLeft);
  return ending ? plain.slice(0, -ending.length) : plain;
}

/** Whether a folded word only holds a sentence together. */
export const isFunctionWord = (said: string): boolean => functionWords.has(said);

/** The words of a text in Latin letters that say something, in German, Spanish or a name, folded and with ß as ss. */
export function foreignWordsOf(text: string): Word[] {
  const words =
    fold(text)
      .replaceAll('ß', 'ss')
      .match(/[\p{Script=Latin}\p{Number}]+/gu) ?? [];
  return words.filter((word) => !functionWords.has(word)).map((said) => ({ said, key: lightStem(said) }));
}
