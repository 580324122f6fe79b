import { formatCount } from '../format.ts';

/** What of a case or module written in a form breaks a rule of the library, and how to mend it there. */
export const pieceFaults = {
  missing: (_: null) => 'This is still empty.',
  'too-short': ({ least }: { least: number }) => `Write at least ${formatCount(least, 'character')}.`,
  'too-long': ({ most }: { most: number }) => `Shorten this to ${formatCount(most, 'character')} or fewer.`,
  'too-few': ({ least }: { least: number }) => `Give at least ${least} here.`,
  'too-many': ({ most }: { most: number }) => `Give at most ${most} here.`,
  'too-small': ({ least }: { least: number }) => `Write a number of at least ${least}.`,
  'too-large': ({ most }: { most: number }) => `Write a number of at most ${most}.`,
  'no-number': (_: null) => 'Write a number here.',
  'not-offered': (_: null) => 'Choose one of those offered.',
  'no-short-name': (_: null) => 'Use lower-case letters, digits and single hyphens, as in "one-site".',
  'no-date': (_: null) => 'Write a date as 2011-03-11, 2011-03 or 2011.',
  'no-country': (_: null) => 'Name a country, or use its two-letter code, as in "JP".',
  'no-address': (_: null) => 'Give the full address, starting with https:// or http://.',
  'no-language': (_: null) => 'Use a two-letter language code, as in "ja".',
  'like-spam': (_: null) =>
    'End it without "?" or "!" and write currencies as words, or spam filters count it against the mail.',
  'ends-before': (_: null) => 'The end lies before the start.',
  'not-among-countries': ({ said }: { said: string }) =>
    `${said} is not among the countries of the case; name it there too.`,
  'no-lever': (_: null) =>
    'A case of state coercion says who could squeeze whom: lever, means, whose it is, whom it meets, where, and the sources.',
  'no-opportunity': (_: null) =>
    'What protects is shown as cost beside what it opens: say what it opens, in at least 30 characters, or “none found”.',
  'no-form-of-choice': (_: null) =>
    'The right choice says why it is right, and nothing else; a wrong one says why it tempts and what it costs.',
  'right-choices': ({ right }: { right: number }) =>
    `${right === 0 ? 'No choice is' : `${right} choices are`} right. Say of exactly one why it is right.`,
  'choices-alike': ({ said }: { said: string }) => `Two choices have the short name "${said}". Give each its own.`,
  'mail-length': ({ words }: { words: number }) =>
    `The story of the mail has ${formatCount(words, 'word')}; make it 200 to 300.`,
  'hard-to-read': ({ grade, most }: { grade: string; most: number }) =>
    `Its reading grade is ${grade}; bring it to ${most} with shorter sentences and words.`,
  unwritten: ({ said }: { said: string }) => `"TODO ${said}" still waits. Write it, or take it out.`,
  uncited: ({ said }: { said: string }) =>
    `"${said}" states a figure or date without a citation. End the sentence with its source in brackets, as in [1].`,
  'odd-parts': (_: null) =>
    'The story holds headings or elements of its own. Leave paragraphs, lists and citations alone in it.',
  'unusable-signs': (_: null) =>
    'The story holds signs that cannot be put on a page. Take out < and { where they stand alone.',
  unknown: ({ said }: { said: string }) => `"${said}" is not known. Choose one of those offered, or correct its name.`,
  'other-lesson': ({ said }: { said: string }) =>
    `The case does not teach "${said}". Choose one of its lessons, or add this one to them.`,
  'unsendable-lesson': ({ said }: { said: string }) =>
    `"${said}" is no lesson that can be sent. Choose one of those offered.`,
  uncalled: (_: null) => 'Nothing cites this source. Cite it where it is the evidence, or take it out.',
  'called-twice': (_: null) => 'Two have this short name. Give each its own.',
  'place-tells': ({ letter, times, of, chance }: { letter: string; times: number; of: number; chance: number }) =>
    `With this case, answer ${letter} is right ${times} times of ${of}, where ${chance} would be chance. Change the order of its choices.`,
  'length-tells': ({ times, of, chance }: { times: number; of: number; chance: number }) =>
    `With this case, the right answer is the longest ${times} times of ${of}, where ${chance} would be chance. Shorten right answers or lengthen wrong ones.`,
  /** Of rules that no form can break. */
  other: ({ wrong, mend }: { wrong: string; mend: string }) =>
    `${wrong.charAt(0).toUpperCase()}${wrong.slice(1)}. ${mend}`,
};
