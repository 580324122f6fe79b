import type { Words } from '../shape.ts';

/** 役割を与えるページの言葉。 */
export const roles: Words['roles'] = {
  title: '役割',
  dek: 'デスクで誰が何をできるかを決めます。外した役割は、どのブラウザーでもすぐに使えなくなります。',
  who: '利用者',
  role: '役割',
  from: '付与',
  settings: '設定 TRAINERS による',
  given: (day, who) => `${day}、${who}`,
  give: '役割を与える',
  take: '外す',
  takeFrom: (role, who) => `${who}から「${role}」を外す`,
  sure: (role, who) => `${who}から「${role}」の役割を外しますか。`,
  yes: '外す',
  address: 'メールアドレス',
  teams: '個々のチームの教育担当者は、チームの一覧で決めます。',
  names: { admin: '管理者', trainer: '全社の教育担当者', editor: '編集者', executive: '経営層' },
  about: {
    admin: '役割を与え、誰が名前を見たかを確かめます。',
    trainer: 'すべてのチームを見て変更し、事例と研修を書きます。',
    editor: '事例と研修を書き、公開します。人の情報は見えません。',
    executive: 'チームの記憶を数字で見ます。名前は見えません。',
  },
  done: { given: '役割を与えました。このアドレスでサインインできます。', taken: '役割を外しました。' },
  refusals: {
    'no-address': 'メールアドレスではありません。anna@firm.example のように書いてください。',
    'no-role': '役割を選んでください。',
    'last-admin': '最後の管理者なので外せません。先にほかの人を管理者にしてください。',
    'in-settings': 'この役割は設定 TRAINERS によるものです。運用担当者が設定から外せます。',
  },
};
