import type { Words } from '../shape.ts';

/** 検索の言語と、近い事例がないときの言葉。 */
export const searching: Words['searching'] = {
  foundIn: (language) => `${language}の本文で見つかりました。`,
  farTally: (query) => `「${query}」に近いものはありません`,
  far: (query) => `「${query}」に近い事例はありません。以下は、同じ言葉が含まれるだけの事例です。`,
  next: '危険要因、調達品、国・地域、輸送路、企業名など、何が止まると困るかを入力してみてください。絞り込みからも探せます。',
  report: '経験したことがあれば、ヒヤリハットを報告する',
};
