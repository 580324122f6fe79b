import type { Words } from '../shape.ts';

/** デスクの、チームの休日カレンダーの言葉。 */
export const calendar: Words['calendar'] = {
  title: (team) => `${team}の休日カレンダー`,
  link: '休日カレンダー',
  dek: 'メールは勤務日に届きます。祝日はほとんどの地域について登録済みです。自社の休業日や休日出勤は、ここで登録してください。',
  done: 'カレンダーを変更しました。これから出るメールは、新しいカレンダーに従います。',
  refused: '変更していません：',
  region: '祝日の地域',
  regionHint: '国または州などの記号（例：JP、TW、DE-BY、US-OH）。祝日を使わないときは空欄にします。',
  save: '保存',
  unknown: (region, years) =>
    `${region}の祝日の一部は年ごとに公布されます。${years}年の分は、まだ登録されていません。公布された日を下に登録してください。`,
  reckoned: (days) =>
    `月の観測で決まる祭日は計算による日付で、前後に一日ずれることがあります：${days}。公表された日を下に登録してください。`,
  parts: (region) => `${region}には、独自の祝日を持つ州などがあります。その記号を入力してください。`,
  partsList: '州などの記号',
  own: '自社の日',
  none: 'まだありません。',
  kinds: { closed: '休業', worked: '出勤' },
  span: (from, until) => `${from}～${until}`,
  takeAway: '取り消す',
  takeAwayOf: (days) => `${days}を取り消す`,
  add: '日を加える',
  day: 'この日は',
  days: { closed: '休業（シフト勤務も休み）', worked: '出勤（曜日や祝日にかかわらず）' },
  from: '最初の日',
  until: '最後の日',
  untilHint: '一日だけなら空欄にします。',
  addThem: '加える',
  year: 'これからの12か月',
  key: { working: '勤務日', off: '曜日・シフトによる休み', holiday: '祝日', closed: '休業', worked: '出勤' },
  letters: { working: '', off: '', holiday: '祝', closed: '休', worked: '出' },
  weekdays: ['月', '火', '水', '木', '金', '土', '日'],
  weekStart: 7,
  back: 'チームのページへ戻る',
};
