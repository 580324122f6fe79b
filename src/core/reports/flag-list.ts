import { type Span, sentencesOf, spansOf } from './found-words.ts';

/** What may say who it was, and is shown to the reporter beside the text: a name, or a moment finer than a quarter. */
export const flaggedKinds = ['name', 'date'] as const;

export type FlaggedKind = (typeof flaggedKinds)[number];
export type Flagged = Span & { kind: FlaggedKind };

/** What is known of words without reading minds: which are written small in ordinary text, and which are names of countries, routes and the like. */
export type KnownWords = { isCommon: (small: string) => boolean; isHarmless: (word: string) => boolean };

const month =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec';
/** A day of the week comes every week, and says nothing of when; a quarter is what is asked for. */
const harmlessDay = /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|Q[1-4])$/u;
const dates = [
  /\b(?:19|20)\d\d[-/.年]\s?\d{1,2}(?:[-/.月]\s?\d{1,2}日?)?/gu,
  /(?<![\d/.])(?:\d{1,2}\/\d{1,2}(?:\/(?:19|20)?\d\d)?|\d{1,2}\.\d{1,2}\.(?:(?:19|20)?\d\d)?)(?![\d/])/gu,
  new RegExp(String.raw`\b\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${month})\b\.?(?:,? ?(?:19|20)\d\d)?`, 'giu'),
  new RegExp(String.raw`\b(?:${month})\b\.? \d{1,2}(?:st|nd|rd|th)?\b(?:,? ?(?:19|20)\d\d)?`, 'gu'),
  new RegExp(String.raw`\b(?:${month})\b\.?,? (?:19|20)\d\d`, 'gu'),
  new RegExp(
    String.raw`(?<=\b(?:in|on|of|by|since|until|last|next|early|late|mid|end of|beginning of)[ -])(?:${month})\b(?!\.? \d)`,
    'gu',
  ),
  /\bon the \d{1,2}(?:st|nd|rd|th)\b/giu,
  /(?:令和|平成|昭和)\s?[\d元一二三四五六七八九十]{1,3}年(?:\s?\d{1,2}月)?(?:\s?\d{1,2}日)?|[\d一二三四五六七八九十]{1,3}月\s?[\d一二三四五六七八九十]{1,3}日|(?<!か|ヶ|カ|ケ|\d)\d{1,2}月(?!間|分)/gu,
  /(?<![\d:])\d{1,2}[:：]\d\d(?![\d:])|\b\d{1,2} ?(?:a\.?m|p\.?m)\b\.?|(?:午前|午後)\s?\d{1,2}時/giu,
];

const honoured =
  /(?:[\p{sc=Han}\p{sc=Katakana}ー・]{1,8}(?:さん|さま|様|氏|くん|君|部長|課長|係長|次長|社長|専務|常務|工場長|主任|教授|先生))/gu;
/** Nobody’s name: a guest, a driver, whoever is in charge. */
const unnamedPerson =
  /^(?:お?客|皆|運転手|業者|担当者?|責任者|作業員|関係者|同僚|上司|当社の?|弊社の?|担当|製造|営業|購買|調達|品質|物流|生産|技術|現場)(?:さん|さま|様|氏|部長|課長|係長|次長|主任)$/u;
const site =
  /[\p{sc=Han}\p{sc=Katakana}ー]{2,6}(?:工場|事業所|支店|営業所|製作所|研究所|電機|重工|製鋼|製薬|商事|精機)(?!長)/gu;
const unnamedSite =
  /^(?:自社|当社|弊社|他社|同社|海外|国内|組立|主力|本社|新|第[一二三四五]|複数の?|部品|相手|隣の?|取引先の?|主要|全|各)(?:工場|事業所|支店|営業所|製作所|研究所)$/u;
const titled = /\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Madam)\b\.?\s\p{Lu}[\p{L}’'-]+/gu;
const capitalised = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}&’'-]*(?:\s\p{Lu}[\p{L}\p{N}&’'-]*)*/gu;

/** What of a text the reporter is asked to look at again, in the order in which it stands there. */
export function flaggedIn(text: string, known: KnownWords): Flagged[] {
  const when = dates.flatMap((pattern) => spansOf(text, pattern));
  const who = [
    ...spansOf(text, titled),
    ...spansOf(text, honoured).filter(({ said }) => !unnamedPerson.test(said)),
    ...spansOf(text, site).filter(({ said }) => !unnamedSite.test(said)),
    ...capitalisedNames(text, known),
  ];
  const all: Flagged[] = [
    ...when.map((span): Flagged => ({ ...span, kind: 'date' })),
    ...who.map((span): Flagged => ({ ...span, kind: 'name' })),
  ];
  const sorted = all.sort((a, b) => a.at - b.at || b.said.length - a.said.length);
  let until = -1;
  return sorted.filter(({ at, said }) => {
    if (at < until) return false;
    until = at + said.length;
    return true;
  });
}

/** Words with a capital where none belongs; at the beginning of a sentence only those that are never written small. */
function capitalisedNames(text: string, known: KnownWords): Span[] {
  return sentencesOf(text).flatMap(({ at, said }) => {
    const first = said.search(/[\p{L}\p{N}]/u);
    return spansOf(said, capitalised).flatMap((span) => {
      const words = span.said.split(/\s/u);
      const isFirst = span.at === first;
      const kept = isFirst && known.isCommon(small(words[0] ?? '')) ? words.slice(1) : words;
      const name = kept.join(' ');
      if (kept.length === 0 || kept.every((word) => word === 'I' || harmlessDay.test(word) || known.isHarmless(word)))
        return [];
      if (kept.every((word) => /^I[’']/u.test(word))) return [];
      return [{ at: at + span.at + (span.said.length - name.length), said: name }];
    });
  });
}

/** A word as ordinary text writes it: without a capital, and without the ending of whose it is. */
function small(word: string): string {
  return word.toLowerCase().replace(/[’']s$/u, '');
}
