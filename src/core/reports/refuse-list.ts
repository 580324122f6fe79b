import { numberPattern, type Span, sentencesOf, spansOf } from './found-words.ts';

/**
 * What a report may not hold, because among rivals it would be an exchange of competitive information (the casebook of the Japanese Fair Trade Commission,
 * METI and MLIT of 20 November 2025: content/instruments/jp-antimonopoly-casebook.yaml), or because it names somebody.
 */
export const refusedKinds = ['price', 'volume', 'capacity', 'bid', 'company', 'contact'] as const;

export type RefusedKind = (typeof refusedKinds)[number];
export type Refused = Span & { kind: RefusedKind };

const n = numberPattern;
const currencyWord =
  'USD|EUR|GBP|JPY|CNY|RMB|INR|KRW|CHF|TWD|SGD|dollars?|euros?|pounds? sterling|pounds?|yen|yuan|renminbi|rupees?|won|francs?|cents?';
const currencyJa = '円|ドル|ユーロ|元|ウォン|ルピー';
const priceWord =
  /\b(?:pric(?:e|es|ed|ing)|unit costs?|cost per|rates? per|per (?:kilo|kg|tonne|ton|piece|unit)|margins?|discounts?|surcharges?|rebates?|freight rates?|fees?)\b|単価|価格|値段|値引|割引|値上げ|値下げ|原価|運賃|料金|見積額/iu;
const capacityWord =
  /\b(?:capacit(?:y|ies)|utili[sz]ation|throughput|output|run[- ]rates?|production rates?)\b|生産能力|稼働率|処理能力|生産量|生産高|出荷量|キャパシティ/iu;
const unit =
  'tonnes?|tons?|kg|kilos?|kilograms?|grams?|lit(?:re|er)s?|gallons?|barrels?|pieces?|pcs|units?|wafers?|chips?|dies|containers?|TEUs?|pallets?|boxes|cartons?|drums?|rolls?|reels?|sheets?|parts|trucks?|truckloads?|lorries|vehicles?|cars|batches|lots|crates|bags|cubic met(?:re|er)s?|m3|kWh|MWh|GWh';
const unitJa =
  'トン|キログラム|キロ|ｋｇ|リットル|バレル|ケース|パレット|コンテナ|ロット|個|台|本|枚|箱|袋|缶|巻|基|丁|玉';
/** Units of what may be counted beyond a hundred without saying how much a firm makes, sells or holds. */
const harmless = String.raw`\s*(?:%|percent|per cent|パーセント|hours?|minutes?|seconds?|days?|weeks?|months?|years?|時間|分|秒|日|週|か月|ヶ月|カ月|年|km|kilomet(?:re|er)s?|mm|cm|metres?|meters?|°|degrees?|度|hPa)`;

const price = [
  new RegExp(String.raw`[$€£¥￥₹₩]\s?${n}`, 'giu'),
  new RegExp(String.raw`${n}\s?(?:(?:${currencyWord})\b|${currencyJa})`, 'giu'),
  new RegExp(String.raw`\b(?:${currencyWord})\s?\d[\d,.]*`, 'giu'),
];
const volume = [
  new RegExp(String.raw`${n}[\s-]?(?:[a-z]+\s)?(?:(?:${unit})\b|${unitJa})`, 'giu'),
  new RegExp(String.raw`(?<![\d.,])(?!(?:19|20)\d\d\b(?!,))\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!${harmless})`, 'giu'),
  new RegExp(String.raw`(?<![\d.,-])(?!(?:19|20)\d\d(?!\d))\d{3,}(?![\d,]|${harmless})`, 'giu'),
  /\b(?:(?:several|some|many|a few|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|a|one) )?(?:hundred|thousand|million|billion)s?\b/giu,
];
const bid = [
  /\b(?:our|their|a|the) (?:bid|tender)s?\b|\b(?:bidding|tendered|tenders|RFQs?|quotations?|quoted)\b|入札|応札|相見積|見積書|見積り|見積もり/giu,
];
const companyForm =
  'Inc|Incorporated|Ltd|Limited|GmbH|AG|SE|Corp|Corporation|LLC|LLP|PLC|plc|S\\.A|S\\.p\\.A|SpA|S\\.r\\.l|B\\.V|BV|N\\.V|NV|K\\.K|KK|Co|Pvt|Pte|Oyj?|AB|ApS|Sdn|Bhd';
const company = [
  new RegExp(String.raw`(?:\p{Lu}[\p{L}\p{N}&.’'-]*,?\s){1,4}(?:${companyForm})\b\.?`, 'gu'),
  /(?:株式会社|有限会社|合同会社|合資会社|㈱|（株）|\(株\))[\p{sc=Han}\p{sc=Katakana}\p{sc=Latin}ー・]{1,20}|[\p{sc=Han}\p{sc=Katakana}\p{sc=Latin}ー・]{1,20}(?:株式会社|有限会社|合同会社|㈱|（株）|\(株\))/gu,
  /[\p{sc=Han}\p{sc=Katakana}ー]{2,12}社(?![員内外長会宅業屋葬債是])/gu,
];
/** Companies that are called by what they are: 運送会社, 他社, 同社. */
const unnamed = /(?:会|当|弊|自|他|各|同|商|本|支|御|貴|両|数|全|[一二三四五六七八九十]|複数)社$/u;
const partner =
  /\b(?:customers?|clients?|buyers?|suppliers?|vendors?|(?:sub)?contractors?|manufacturers?|makers?|carriers?|forwarders?|hauliers?|distributors?|competitors?|rivals?),?\s(?:(?:called|named|is|was|like)\s)?\p{Lu}[\p{L}&’'-]+/gu;
const contact = [
  /[\w.+-]+@[\w-]+\.[\w.-]+/gu,
  /\b(?:https?:\/\/|www\.)\S+/giu,
  /(?<![\d-])(?:\+\d{1,3}[\s.-]?)?(?:\(?0\d{1,4}\)?[\s.-]?)?\d{2,4}[\s.-]\d{3,4}[\s.-]?\d{3,4}(?![\d-])/gu,
];

/** What of a text is refused, in the order in which it stands there; what lies within another is left out. */
export function refusedIn(text: string): Refused[] {
  const by = (kind: RefusedKind, spans: readonly Span[]): Refused[] => spans.map((span) => ({ ...span, kind }));
  const all = [
    ...by(
      'contact',
      contact.flatMap((pattern) => spansOf(text, pattern)),
    ),
    ...by('price', [...price.flatMap((pattern) => spansOf(text, pattern)), ...beside(text, priceWord)]),
    ...by('capacity', beside(text, capacityWord)),
    ...by(
      'bid',
      bid.flatMap((pattern) => spansOf(text, pattern)),
    ),
    ...by(
      'company',
      [...company.flatMap((pattern) => spansOf(text, pattern)), ...spansOf(text, partner)].filter(
        ({ said }) => !unnamed.test(said),
      ),
    ),
    ...by(
      'volume',
      volume.flatMap((pattern) => spansOf(text, pattern)).filter(({ said }) => !isOne(said)),
    ),
  ];
  return withoutInner(all);
}

/** Sentences in which a word and a number stand together: a price need not name its currency. */
function beside(text: string, word: RegExp): Span[] {
  const number = new RegExp(n, 'iu');
  return sentencesOf(text)
    .filter(({ said }) => word.test(said) && number.test(said))
    .map(({ at, said }) => ({ at, said: said.trim() }));
}

/** One of something says nothing of how much there was. */
function isOne(said: string): boolean {
  return /^(?:1|１|一|one)(?![\d,.十百千万億])/iu.test(said);
}

function withoutInner(all: readonly Refused[]): Refused[] {
  const sorted = [...all].sort((a, b) => a.at - b.at || b.said.length - a.said.length);
  let until = -1;
  return sorted.filter(({ at, said }) => {
    if (at < until) return false;
    until = at + said.length;
    return true;
  });
}
