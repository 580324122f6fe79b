import type { Words } from '../shape.ts';

/** 文の中の教訓には句点を付けず、その中の引用は二重かぎ括弧にする。 */
const quoted = (rule: string) => `「${rule.replace(/。$/, '').replaceAll('「', '『').replaceAll('」', '』')}」`;

/** 同じチームで同じ状態にある備えの数。 */
const beside = (others: number) => (others === 0 ? '' : `（ほか${others}件）`);

/** デスクの「今日」の言葉。 */
export const today: Words['today'] = {
  title: '今日',
  first: '最初にすること',
  lines: {
    'on-one': {
      says: (team, rule) => `${team}：${quoted(rule)}を覚えているのは、おそらく一人だけです。`,
      button: '割り当てる',
    },
    falling: {
      says: (team, rule, days) =>
        days <= 1
          ? `${team}：${quoted(rule)}は、まもなく忘れられている見込みのほうが高くなります。`
          : `${team}：${days}日後には、${quoted(rule)}は忘れられている見込みのほうが高くなります。`,
      button: '割り当てる',
    },
    leaving: {
      says: (team, people, date) =>
        people === 1 ? `${team}：${date}に一人が離れます。` : `${team}：${people}人が離れます。最初は${date}です。`,
      button: 'チームを見る',
    },
    news: {
      says: (team, item, title) => `${team}は${item}を調達していますが、「${title}」をまだ知らされていません。`,
      button: 'シグナルを送る',
    },
    'signal-ends': {
      says: (team, label, date) => `${team}：${label}のシグナルは${date}に終わります。`,
      button: 'もう一度送る',
    },
    'never-asked': {
      says: (team, others) =>
        others === 0
          ? `${team}には、まだ何も問いかけていません。`
          : `${team}とほかの${others}チームには、まだ何も問いかけていません。`,
      button: '割り当てる',
    },
    undescribed: {
      says: (team, others) =>
        others === 0
          ? `${team}：何に依存しているかが登録されていません。`
          : `${team}とほかの${others}チーム：何に依存しているかが登録されていません。`,
      button: '登録する',
    },
    'safeguard-unkept': {
      says: (team, what, isSaid, others) =>
        `${team}：備え${quoted(what)}${isSaid ? 'は続いていないとの回答です' : 'は1年間確認されていません'}${beside(others)}。`,
      button: '確認する',
    },
    'safeguard-ownerless': {
      says: (team, what, others) => `${team}：備え${quoted(what)}の担当者がいません${beside(others)}。`,
      button: '決める',
    },
    'safeguard-caseless': {
      says: (team, what, others) =>
        `${team}：備え${quoted(what)}の理由だった事例が図書室にありません${beside(others)}。`,
      button: '選び直す',
    },
  },
  buttonFor: (button, team) => `${button}：${team}`,
  how: '手遅れになるまでの早さと、失うものの大きさで並べています。同じ重さのものの順は日ごとに変わります。',
  nothing: '今朝、対応が必要なことはありません。',
  next: (date, time) => `次のメールは${date} ${time}（UTC）に送られます。`,
  noNext: '各チームのメールは、送信の一時間前に計画されます。',
  late: {
    title: '期限を過ぎたもの',
    line: (team, due) => `${team}、期限は${due}でした`,
    answered: (answered, total) => `${total}件中${answered}件に回答`,
    see: '対象者を見る',
    seeLabel: (module, team) => `${module}の期限を過ぎた人を見る：${team}`,
  },
  failed: {
    title: '届かなかったもの',
    reasons: {
      'no-mailbox': 'メールボックスがありません',
      'no-domain': '@より後ろの宛先がメールを受け付けません',
      'switched-off': 'メールボックスが停止しています',
      moved: 'メールボックスが移転しています',
      refused: 'アドレスが拒否されました',
      full: 'メールボックスが満杯です',
      'not-now': '現在、このアドレス宛ては受け付けられていません',
      unwanted: '迷惑メールとして報告されました',
    },
    person: (name, team) => `${name}さん（${team}）`,
    mend: '直す',
    mendLabel: (name) => `直す：${name}さん`,
    more: (count) => `この一週間でほかに${count}人います。各チームのページで確認できます。`,
    held: (count) => `${count}通のメールは、届いたかどうか分かりません。Nodomotoの管理者が確認します。`,
    silent: (people) => `${people}人から二か月応答がなく、届いていないおそれがあります`,
    ask: '確認する相手を見る',
    askLabel: (team) => `確認する相手を見る：${team}`,
  },
  mail: {
    title: '今日のメール',
    none: '今日送られるメールはありません。',
    why: '理由',
    sent: '送信済み',
    waiting: '送信待ち',
    failed: '失敗',
    causes: {
      assigned: '研修モジュールの割り当て',
      signal: 'シグナル',
      memory: '薄れている、または新しい教訓',
    },
    plan: 'チームごとの次の計画',
  },
};
