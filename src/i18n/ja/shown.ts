import type { Words } from '../shape.ts';

/** 教育担当者に見えること、見えないこと、そして誰が見たかの言葉。 */
export const shown: Words['shown'] = {
  who: {
    done: '見えるのは「済んだかどうか」だけです。どう答えたか、どれほど確信していたか、一人ひとりが何を覚えているかは表示されません。',
    results:
      'この組織では、一人ひとりの回答が表示されます。本人にも伝えてあります。評価のためではなく、手助けのために使ってください。',
    figures: (smallest) => `チームの記憶は、在籍者が${smallest}人以上のときだけ表示されます。`,
    own: '本人は、届いたどのメールからでも自分の回答を見られます。',
  },
  held: {
    'too-few': (smallest) =>
      `このチームの記憶は表示されません。在籍者が${smallest}人未満では、一人の記憶が分かってしまうためです。people.csvで隣のチームとまとめるか、本人たちに直接聞いてください。`,
    'just-left': () =>
      '離れた人がいるため、このチームの記憶は四週間表示されません。前後の差から、その人の記憶が分かってしまうためです。',
    columns: (smallest) =>
      `空欄は、在籍者が${smallest}人未満のチームか、この四週間に離れた人がいるチームです。数字から一人の記憶が分かってしまうためです。`,
    mark: '表示なし',
    nothing: '数字を表示できるチームは、まだありません。',
  },
  steps: '10％から90％まで、10％刻みで表示します。一つの回答が読み取れないようにするためです。',
  notCompared: '四半期のうちに離れる人がいるため、薄れるものは表示されません。その人の記憶が分かってしまうためです。',
  noKeeper: '名前は表示されません。チームの中で聞いてみてください。',
  newestOfAll: '割り当てた研修モジュールの最新25件（全チーム）',
  newestOfTeam: '割り当てた研修モジュールの最新25件',
  nothingAssigned:
    '割り当てた研修モジュールのメールは、まだ送られていません。各人の頻度で届くものは本人のもので、回答した件数だけをメンバー表に示します。',
  ownPaceTitle: '各人の頻度で届くもの（氏名なし）',
  untold: (count) =>
    `各人の頻度で届く${count}件は表示されません。チームが小さく、教訓から届く人が分かってしまうためです。`,
  reachUntold: '届く人が少ないため、教訓は表示されません。',
  reachFirst: '最初に届くもの',
  access: {
    title: '閲覧の記録',
    dek: (months) => `サインイン、氏名の閲覧、人に関する変更の記録です。新しい順に並び、${months}間保存されます。`,
    at: '日時（UTC）',
    who: '誰が',
    act: '内容',
    team: 'チーム',
    subject: '対象',
    severalTeams: '担当する全チーム',
    none: 'まだ記録はありません。',
    newer: '新しい記録',
    older: '古い記録',
    acts: {
      'signed-in': 'サインイン',
      'saw-names': '氏名を閲覧',
      assigned: '研修モジュールを割り当て',
      'changed-assignment': '割り当てを変更',
      reminded: '割り当てのリマインド',
      'withdrew-assignment': '割り当てを取り消し',
      'made-signal': 'シグナルを発信',
      'withdrew-signal': 'シグナルを取り消し',
      'sent-mail-again': 'メールを再送',
      'withdrew-mail': 'メールを取り消し',
      'let-mail': 'メールの配信を再開',
      'stopped-mail': '配信の再開を取り消し',
      'changed-calendar': 'チームの休日カレンダーを変更',
      'changed-exposure': 'チームの調達品目を変更',
      'added-person': 'メンバーを追加',
      'changed-person': 'メンバーの情報を変更',
      'moved-person': 'このチームに異動',
      'changed-team': 'チームの情報を変更',
      'merged-teams': 'このチームに統合',
      'ended-team': 'チームを終了',
      imported: '人の一覧を取り込み',
      'undid-import': '取り込みを取り消し',
      'gave-role': 'デスクの役割を付与',
      'took-role': 'デスクの役割を解除',
      'published-piece': '自社の事例または研修を公開',
      'withdrew-piece': '自社の事例または研修を取り下げ',
      exported: '人とチームを書き出し',
      'exported-results': '結果をダウンロード',
      erased: '個人のデータを削除',
    },
  },
};
