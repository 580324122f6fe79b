import type { Words } from '../shape.ts';

/** チームの呼び方と同じなら、重ねて言わない。 */
const alsoCalled = (item: string, label: string) => (item === label ? '' : `（${label}）`);

/** メールの言葉。 */
export const mail: Words['mail'] = {
  addressee: (person, team) => `${person}様（${team}）`,
  for: (addressee) => addressee,
  dateline: (place, date) => `${place}、${date}。`,
  event: (name) => `${name}。`,
  minutes: (minutes) => `所要約${minutes}分。`,
  recall: '以前に学んだ教訓を、別の場面で。所要約1分。',
  compare: {
    heading: '二つの事例、一つの教訓',
    subject: (left, right, turn) =>
      `${left}と${right}${['の共通点', 'の似ているところ'][turn - 1] ?? 'に当てはまる教訓'}`,
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
  turn: { own: '今度はあなたの番です', elsewhere: '今度はあなたの番です：別の会社、同じ落とし穴' },
  whyYou: 'お届けする理由：',
  confirm: '開いたページで確定するまで、回答にはなりません。',
  monday: '月曜にすることを一つ：',
  passOn: (roles, action) => `担当の同僚（${roles}）に伝えてください。${action}`,
  teamToday: '今日のチームの記憶',
  teamLine: (expected, people) => {
    if (people === 1)
      return expected === 1
        ? 'チームはあなた一人です。この教訓を、今日も思い出せる見込みです。'
        : 'チームはあなた一人です。この教訓は、薄れているかもしれません。';
    return expected === 0
      ? `${people}人のうち、この教訓を今日思い出せる人は、おそらくいません。`
      : `${people}人のうち、おそらく${expected}人が、この教訓を今日思い出せます。`;
  },
  teamTooSmall: '人数が少なく、一人の記憶が分かってしまうため、人数は示しません。',
  foot: {
    readCase: '事例の全文を読む',
    readBehind: '教訓のもとになった事例を読む',
    later: '後で答える',
    notRelevant: '自分には関係がない',
    pause: '休止',
    pace: (pace) => `頻度：${pace}`,
    unsubscribe: '配信停止',
    ownPage: 'あなたのデータ',
    privacy: '残すものと、その理由',
  },
  kept: {
    done: (months) =>
      `回答は次の問いを選ぶために${months}残します。トレーナーに見えるのは回答の有無で、内容は見えません。`,
    results: (months) => `回答は次の問いを選ぶために${months}残します。この会社のトレーナーは回答を見ます。`,
    first:
      'Nodomotoからの最初のメールです。過去の危機の教訓を必要な人に届けるため、会社があなたの氏名、アドレス、役割を登録しました。',
    firstMore: '下のリンクから、すべてを見て、持ち帰り、消去できます。',
  },
  slowed: (pace) => `最近のメールにご回答がなかったため、頻度を${pace}にしました。下の「頻度」から元に戻せます。`,
  paces: { 'twice-a-week': '週に二回', weekly: '週に一回', fortnightly: '二週間に一回', monthly: '月に一回' },
  why: {
    assigned: '教育担当者が割り当てました。',
    signal: 'ニュースを受けて、教育担当者が送りました。',
    anniversary: (years) => `${years}年前の今週の出来事です。`,
    nothingShared: 'この事例との具体的なつながりは、チームの登録内容にはありません。教訓そのものをお届けします。',
    fact: {
      input: (item, input) => `あなたのチームは「${item}」${alsoCalled(item, input)}に頼っています。`,
      family: (item, family) => `あなたのチームは「${item}」${alsoCalled(item, family)}に頼っています。`,
      route: (route) => `あなたのチームの荷は「${route}」を通ります。`,
      system: (system) => `あなたのチームは「${system}」に頼っています。`,
      dependency: {
        'one-supplier': (item) => `あなたのチームの「${item}」は、調達先が一社だけです。`,
        'one-country': (item) => `あなたのチームの「${item}」は、ほぼすべて一つの国から来ています。`,
        'unmapped-makers': (item) => `あなたのチームでは、「${item}」の調達先より先をまだ誰も調べていません。`,
      },
      country: (item, country) => `あなたのチームの「${item}」は、半分以上が${country}から来ています。`,
      hazard: (hazard, site) => `「${hazard}」は、あなたのチームの拠点「${site}」でも起こり得ます。`,
      sector: (sector) => `あなたの業種は「${sector}」です。`,
      role: (role) => `あなたの職種は「${role}」です。`,
      condition: {
        'stock-short': (item, stock, recovery) =>
          `「${item}」の在庫は${stock}日分ですが、再び手に入るまでには${recovery}日かかります。`,
        'stock-ample': (item, stock, recovery) =>
          `「${item}」の在庫は${stock}日分で、再び手に入るまでの${recovery}日をまかなえます。`,
        'stock-bare': (item, stock) => `「${item}」の在庫は${stock}日分です。`,
        foreign: (item, country) => `あなたのチームの「${item}」は${country}から来ています。`,
        'licence-country': (item, country) =>
          `あなたのチームの「${item}」は${country}から来ています。かつてそれを止めた国です。`,
        'one-country': (item, country) =>
          `あなたのチームの「${item}」は、ほぼすべて${country}から来ており、試験済みの代替がありません。`,
        'one-supplier': (item) => `あなたのチームの「${item}」は、調達先が一社で、試験済みの代替がありません。`,
        'makers-unseen': (item) => `あなたのチームでは、「${item}」の調達先より先をまだ誰も調べていません。`,
        suppliers: (item, suppliers) => `あなたのチームは「${item}」を${suppliers}社から買っています。`,
        alternative: {
          none: (item) => `あなたのチームは「${item}」の代替を知りません。`,
          known: (item) => `「${item}」の代替は知られていますが、認定されていません。`,
          qualified: (item) => `「${item}」の代替は認定済みですが、試験されていません。`,
          tested: (item) => `「${item}」には、試験済みの代替があります。`,
        },
        'recovery-long': (item, recovery) => `「${item}」が再び手に入るまでには${recovery}日かかります。`,
        essential: (item) => `あなたのチームは、「${item}」がないと仕事が止まるとしています。`,
        lead: (item) => `あなたのチームは、「${item}」でほかにない強みを持つとしています。`,
        leak: (item) => `あなたのチームは、「${item}」の強みが流出し得るとしています。`,
        upheaval: (item) => `あなたのチームは、新しい技術が「${item}」を変えると見ています。`,
        'one-site': (site) => `あなたのチームの拠点は「${site}」だけです。`,
        sites: (sites) => `あなたのチームには拠点が${sites}か所あります。`,
      },
    },
    rule: 'この教訓を教える事例の一つが、それに当たります。',
    ruleForThat: 'この教訓は、そのためのものです。',
    likeness: {
      input: '事例の人々もそうでした。',
      family: 'この事例は、同じ種類の品の話です。',
      route: '事例の人々は、そこを思うように通れなくなりました。',
      system: '事例の人々は、それが止まりました。',
      dependency: '事例の人々も、そうでした。',
      country: 'この事例の弱い点は、そこにありました。',
      condition: 'この教訓は、そのためのものです。',
      hazard: 'この事例では、同じ国で起きました。',
      sector: '事例の人々と同じ業種です。',
      role: 'この教訓は、その仕事に関わります。',
    },
  },
  signIn: {
    subject: 'デスクへのサインイン用リンク',
    lead: '次のリンクを、請求したブラウザーで開くと、Nodomotoのデスクにサインインできます。ほかで開くと、請求したブラウザーに入力するコードが表示されます。使えるのは一度だけ、10分以内です。',
    act: 'デスクにサインイン',
    aside:
      'お心当たりがない場合は、そのままにし、コードを誰にも伝えないでください。開いて確認するまで、何も起こりません。',
  },
  test: {
    subject: 'Nodomotoからの試験メール',
    lead: 'Nodomotoからの試験メールです。管理担当者が、メールが届くかどうかを確かめるために送りました。何もしていただく必要はありません。',
  },
};
