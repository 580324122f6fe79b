import type { Words } from '../shape.ts';

/** 全チームの記憶の一覧の言葉。 */
export const picture: Words['picture'] = {
  title: 'チームの記憶',
  dek: (asOf) => `チームの少なくとも二人が教訓を思い出せる確率（％）。${asOf}時点。`,
  order: {
    label: '並び順',
    coldest: '薄れている順',
    losing: '失われる速さの順',
    relevant: '関わりの深い順',
  },
  grouping: {
    label: 'チーム',
    none: '並べて表示',
    site: '拠点別',
    function: '職能別',
    noGroup: 'その他',
  },
  range: {
    coldest: '記憶が薄れている順',
    losing: '失われる速さの順',
    relevant: '関わりの深い順',
  },
  caption: (teams, lessons) => `縦に${lessons}件の教訓、横に${teams}チーム。数字は確率（％）`,
  skip: '表を飛ばして一覧へ',
  lesson: '教訓',
  notShown: '–',
  neverMet: '・',
  legend: {
    cold: '冷えている',
    warm: 'チームが覚えている',
    bands: ['5未満', '5～24', '25～49', '50～69', '70～84', '85以上'],
    empty: '空欄：対象外で、まだ誰も触れていません。',
    held: '–：少人数、または離れた人がいたばかりのため表示しません。',
    thin: '斜体：回答がまだ少数です。',
    where: '数字はチームのページにつながります。',
  },
  list: {
    title: { coldest: '最も冷えているもの', losing: '30日間で最も失われるもの', relevant: '関わりの最も深いもの' },
    of: (rule) => `この教訓を覚えているチーム：${rule}`,
    now: (chance) => `現在${chance}`,
    later: (chance) => `30日後${chance}`,
    onOne: (chance) => `一人に頼っている：${chance}`,
    more: (count) => `ほかに${count}件あります。幅の広い画面では表で見られます。`,
    assign: '割り当てる',
    assignLabel: (team, rule) => `${team}に割り当てる：${rule}`,
    lesson: '教訓を読む',
    back: 'すべての教訓',
    nothing: '挙げるものはありません。数値のあるチームがまだないか、目立つものがありません。',
  },
};
