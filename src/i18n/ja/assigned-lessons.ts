import type { Words } from '../shape.ts';

/** 割り当て済みの研修の教訓を追加・除外するページの言葉。 */
export const assignedLessons: Words['assignedLessons'] = {
  title: (module) => `割り当て済みの「${module}」の教訓`,
  change: '教訓を追加・除外する',
  addedOn: (date) => `${date}に追加`,
  takenOn: (date) => `${date}に除外`,
  oneAdded: (date) => `${date}に教訓が1件追加されました。`,
  oneTaken: (date) => `${date}に1件が除外されました。それまでに回答した人の分は数えます。`,
  held: '現在の教訓。除外するものはチェックを外してください。',
  others: 'ライブラリーから追加',
  see: '変更の内容を確認する',
  preview: '変更の内容',
  adds: (rule) => `追加：${rule}`,
  takes: (rule) => `除外：${rule}`,
  get: (count, names) => `${count}人に、追加した教訓のメールが届きます：${names}。`,
  met: (count, names) => `${count}人は割り当て後にすでに回答しており、回答済みとして数えます：${names}。`,
  again: (count, names) => `${count}人は完了済みから進行中に戻ります：${names}。`,
  done: (count, names) => `${count}人が完了になります：${names}。`,
  spared: (count, names) => `${count}人は、除外した教訓に回答する必要がなくなります：${names}。`,
  nobody: '進み具合が変わる人はいません。',
  unsent: (count) =>
    count === 0
      ? '除外する教訓で送信待ちのメールはありません。'
      : `除外する教訓のうち送信待ちのメール${count}通は送信されません。`,
  stays: '送信済みのメールはそのまま残り、回答もできます。回答済みの教訓は引き続き数えます。期限は変わりません。',
  act: '教訓を変更する',
  keep: '変更しない',
  faults: {
    'none-left': '教訓は1件以上残してください。すべて取りやめる場合は、割り当てを取り消してください。',
    unknown: '選んだ教訓の一つは、すでにライブラリーにありません。選び直してください。',
    'due-over':
      '期限が今日か、すでに過ぎています。先に期限を変更してください。期限後に届く教訓で遅れ扱いになる人が出るためです。',
    changed: 'ほかの人が教訓を変更しました。下は現在の教訓です。',
    same: '変更がありません。追加する教訓を選ぶか、除外する教訓のチェックを外してください。',
  },
};
