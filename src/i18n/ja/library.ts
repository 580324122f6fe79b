import type { Words } from '../shape.ts';

/** 事例一覧、検索、分類別ページの言葉。 */
export const library: Words['library'] = {
  title: '事例',
  description: '実際に起きた供給途絶の事例。危険要因、業種、調達品、国・地域、政策の色、職種、年から探せます。',
  ask: '事例を検索',
  example: '半導体、火災、レアアース',
  narrow: '絞り込む',
  moreOf: (count) => `ほか${count}件を表示`,
  clear: 'すべて解除',
  browse: '分類から探す',
  value: (facet, label, cases) => `供給途絶の事例 ${cases}。${facet}：${label}。`,
  near: '似た言葉：',
  here: '見つかる言葉の例：',
  all: 'すべての事例を表示',
  dropFacets: '絞り込みを外して検索',
  nothing: (query) => `「${query}」に触れた事例はありません。`,
  none: '該当する事例なし',
  sought: (tally, query) => `「${query}」：${tally}`,
  toResults: '検索結果へ',
  nothingNarrow: 'この条件すべてに合う事例はありません。',
  because: (labels) => `該当する分類：${labels}。`,
  also: '教訓と設問',
  lesson: '教訓',
  question: '設問',
  module: '自社のモジュール',
  house: '自社で作成',
};
