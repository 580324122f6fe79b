import type { Words } from '../shape.ts';

/** ページの外で使う言葉。フィード、リンクの画像、ネットワークのないときのページ。 */
export const web: Words['web'] = {
  picture: {
    lesson: '教訓',
    taughtBy: (count, years) => `${count}件の事例が教える教訓、${years}年`,
    ofCase: (title, event, figure) => `${title}。${event}。${figure}`,
  },
  feed: {
    title: 'Nodomoto：事例',
    description: 'サプライチェーン危機の実例。当時の人々が迫られた判断と、役に立ったはずの原則を添えて。',
    name: '新しい事例のフィード',
    read: '事例を読む',
  },
  trail: { home: 'トップページ' },
  offline: {
    title: 'ネットワークにつながっていません',
    description: 'ネットワークがなくても、この端末で読めるページ。',
    dek: 'お求めのページを取得できず、この端末に新しい写しもありません。ネットワークにつながったら、もう一度お試しください。',
    kept: 'この端末にあるページ',
    keptLead: 'これまでに読んだページと、取得した日です。一週間より古いものは、その後変わっている可能性があります。',
    none: 'まだ何もありません。ネットワークにつながっているときに読んだページが、ここに残ります。',
    again: 'もう一度試す',
    fetched: '取得',
  },
};
