import type { Words } from '../words.ts';

/** メールの言葉。 */
export const mail: Words['mail'] = {
  addressee: (person, team) => `${person}様（${team}）`,
  for: (addressee) => addressee,
  dateline: (place, date) => `${place}、${date}。`,
  minutes: (minutes) => `所要約${minutes}分。`,
  recall: '以前に学んだ教訓を、別の場面で。所要約1分。',
  whyYou: 'お届けする理由：',
  tap: '押すとページが開きます。そこで確定するまで、回答にはなりません。',
  link: 'リンクを開くとページが表示されます。そこで確定するまで、回答にはなりません。',
  monday: '月曜にすることを一つ：',
  teamToday: '今日のチームの記憶',
  teamLine: (expected, people) =>
    expected === 0
      ? `${people}人のうち、この教訓を今日思い出せる人は、おそらくいません。`
      : `${people}人のうち、おそらく${expected}人が、この教訓を今日思い出せます。`,
  foot: {
    readCase: '事例の全文を読む',
    later: '後で答える',
    notRelevant: '自分には関係がない',
    pause: '休止',
    pace: (pace) => `頻度：${pace}`,
    unsubscribe: '配信停止',
    preferences: (pace) => `後で答える、自分には関係がない、休止、頻度（${pace}）`,
  },
  paces: { 'twice-a-week': '週に二回', weekly: '週に一回', fortnightly: '二週間に一回', monthly: '月に一回' },
  why: {
    assigned: '教育担当者が割り当てました。',
    roundsOff: 'チームの記憶を補うためです。',
    fact: {
      input: (input) => `あなたのチームは「${input}」に頼っています。`,
      dependency: (item) => `あなたのチームの「${item}」は、調達先が一社だけです。`,
      country: (item, country) => `あなたのチームの「${item}」は、大半が${country}から来ています。`,
      sector: (sector) => `あなたの業種は「${sector}」です。`,
      role: (role) => `あなたの職種は「${role}」です。`,
    },
    rule: 'この教訓を教える事例の一つが、それに当たります。',
    likeness: {
      input: '事例の人々もそうでした。',
      dependency: '事例の人々も、一社に頼っていました。',
      country: 'この事例は、そこで起きました。',
      sector: '事例の人々と同じ業種です。',
      role: 'この事例の判断は、その仕事に関わります。',
    },
  },
  signIn: {
    subject: 'デスクへのサインイン用リンク',
    lead: '次のリンクを開くと、Nodomotoのデスクにサインインできます。使えるのは一度だけ、20分以内です。',
    act: 'デスクにサインイン',
    aside: 'お心当たりがない場合は、そのままにしてください。開いて確認するまで、何も起こりません。',
  },
};
