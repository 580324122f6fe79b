import type { Words } from '../shape.ts';

/** 利用している支援策と、備えの費用を誰が出すかの言葉。 */
export const support: Words['support'] = {
  title: '支援の活用',
  dek: '備えには費用がかかりますが、支援してもらえることがあります。利用しているもの、申請中のもの、利用できるものを記録します。',
  counts: (taken, eligible) =>
    eligible === 0
      ? 'まだ何も記録されていません。取締役会向け資料では「不明」と表示されます。'
      : `利用できる支援策${eligible}件のうち、${taken}件を利用しています。`,
  proposed: '対象になりうるもの',
  proposedWhy: (where, sector) => `${where}、${sector}`,
  inCountry: (countries) => `チームの所在国：${countries}`,
  forSector: (sectors) => `対象業種：${sectors}`,
  anySector: '対象業種の記載なし',
  noProposals: 'チームの国と業種から見て、未確認の支援策はありません。',
  others: 'そのほかの支援策',
  said: '自社の記録',
  noneSaid: 'まだ何も記録されていません。',
  standings: { uses: '利用している', applied: '申請中', eligible: '利用できる', 'not-ours': '対象外' },
  standing: '状況',
  programme: '支援策',
  note: 'デスク用のメモ',
  noteHint: '300字まで。デスクの外には表示されません。',
  save: '記録する',
  forget: '記録を消す',
  choose: '選択',
  done: { said: '記録しました。', forgotten: '記録を消しました。' },
  refusals: {
    'no-programme': 'その支援策は一覧にありません。',
    'no-standing': '状況を選んでください。',
    'too-long': 'メモが300字を超えています。',
  },
  gone: '一覧からなくなりました',
  register: '支援策の一覧',
  changed: (day) => `${day}から`,
  whoPays: '費用を支援しうるもの',
  nobodyPays: '支援策は見つかっていません。',
  noneFound: '見つかっていません。',
  index: {
    title: '業種、規模、期限から探す',
    sector: '業種',
    size: '企業規模',
    deadline: '期限',
    notStated: '記載なし',
    sizes: { small: '中小企業', large: '大企業' },
    deadlines: { dated: '期限がこれから来るもの', past: '期限切れ（使う前に確認）' },
    lead: '出典に記載のない項目はその旨を示し、対象外とは扱いません。',
  },
  fields: { sectors: '対象業種', size: '対象企業', amount: '一社あたり', deadline: '期限' },
  notStated: '記載なし',
  mailLine: (programme) => `費用の支援を受けられることがあります：${programme}。`,
};
