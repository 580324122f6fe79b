import type { Words } from '../shape.ts';

/** メールの言葉。 */
export const mail: Words['mail'] = {
  addressee: (person, team) => `${person}様（${team}）`,
  for: (addressee) => addressee,
  dateline: (place, date) => `${place}、${date}。`,
  minutes: (minutes) => `所要約${minutes}分。`,
  recall: '以前に学んだ教訓を、別の場面で。所要約1分。',
  compare: {
    heading: '二つの事例、一つの教訓',
    subject: (left, right, turn) =>
      `${left}と${right}${['の共通点は', 'はどこが似ているか'][turn - 1] ?? 'に当てはまる教訓は'}`,
    when: (place, year) => `${place}（${year}年）`,
    lead: 'まず自分で探してみてください。所要約2分。',
    ask: 'この二つに共通するのは何ですか',
    think: 'ページを開く前に、一つか二つ挙げてみてください。自分で探した教訓は、教えられた教訓より長く残ります。',
    open: '共通点を見る',
  },
  apply: {
    subject: (minutes, lesson) => `${minutes}の一歩：${lesson}`,
    lead: '以前に学んだ教訓と、そこから踏み出す一歩です。',
    step: '一歩',
    ask: '取り組みますか',
    answers: { will: '取り組む', done: 'すでに済ませた', cannot: '自分の仕事ではない' },
  },
  'did-you': {
    subject: (lesson) => `あの一歩はその後：${lesson}`,
    heading: 'その後、いかがですか',
    lead: '所要30秒。',
    why: 'この一歩に取り組むとお答えになったためです。',
    rule: 'もとになる教訓',
    step: '取り組むとお答えになった一歩',
    ask: 'どうなりましたか',
    answers: { done: '済ませた', will: 'まだ', cannot: 'ここではできない' },
  },
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
    readBehind: '教訓のもとになった事例を読む',
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
    signal: 'ニュースを受けて、教育担当者が送りました。',
    anniversary: (years) => `${years}年前の今週の出来事です。`,
    roundsOff: 'チームの記憶を補うためです。',
    fact: {
      input: (input) => `あなたのチームは「${input}」に頼っています。`,
      route: (route) => `あなたのチームの荷は「${route}」を通ります。`,
      system: (system) => `あなたのチームは「${system}」に頼っています。`,
      dependency: {
        'one-supplier': (item) => `あなたのチームの「${item}」は、調達先が一社だけです。`,
        'one-country': (item) => `あなたのチームの「${item}」は、ほぼすべて一つの国から来ています。`,
        'unmapped-makers': (item) => `あなたのチームは「${item}」の部品を誰が作っているかを把握していません。`,
      },
      country: (item, country) => `あなたのチームの「${item}」は、大半が${country}から来ています。`,
      hazard: (hazard, site) => `「${hazard}」は、あなたのチームの拠点「${site}」でも起こり得ます。`,
      sector: (sector) => `あなたの業種は「${sector}」です。`,
      role: (role) => `あなたの職種は「${role}」です。`,
    },
    rule: 'この教訓を教える事例の一つが、それに当たります。',
    likeness: {
      input: '事例の人々もそうでした。',
      route: '事例の人々は、そこを通れなくなりました。',
      system: '事例の人々は、それが止まりました。',
      dependency: '事例の人々も、そうでした。',
      country: 'この事例は、そこで起きました。',
      hazard: '事例の人々は、同じ国でそれに遭いました。',
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
