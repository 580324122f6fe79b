import type { Words } from '../shape.ts';

/** 公開ページに共通の言葉と、ホーム・教訓・研修モジュール・比較の各ページの言葉。 */
export const site: Omit<
  Words,
  | 'brief'
  | 'calendar'
  | 'assigning'
  | 'assignedLessons'
  | 'case'
  | 'code'
  | 'course'
  | 'sheet'
  | 'library'
  | 'licences'
  | 'classify'
  | 'stressTest'
  | 'dependsOn'
  | 'indexes'
  | 'items'
  | 'desk'
  | 'people'
  | 'peopleImport'
  | 'pieceFaults'
  | 'plan'
  | 'privacy'
  | 'roles'
  | 'safeguards'
  | 'sample'
  | 'sharing'
  | 'signals'
  | 'searching'
  | 'shown'
  | 'support'
  | 'suppliers'
  | 'today'
  | 'picture'
  | 'house'
  | 'readingFaults'
  | 'reports'
  | 'reportsDesk'
  | 'results'
  | 'exposure'
  | 'evidence'
  | 'answer'
  | 'mail'
  | 'mails'
  | 'ownHours'
  | 'wayIn'
  | 'web'
  | 'welcome'
  | 'world'
  | 'write'
> = {
  count: {
    case: (count) => `${count}件の事例`,
    comparison: (count) => `${count}件の比較`,
  },
  name: 'Nodomoto',
  tagline: 'サプライチェーンの教訓を、冷まさない',
  skip: '本文へ移動',
  nav: { desk: 'デスク' },
  rooms: {
    cases: '事例',
    lessons: '教訓',
    session: '朝会・研修',
    law: '制度と支援',
    how: 'しくみ',
  },
  roomPages: {
    library: '探す',
    atlas: '地図帳',
    sectors: '業種と危険要因',
    companies: '企業・機関',
    onThisDay: 'この日の出来事',
    printedIndex: '印刷用索引',
    rules: '教訓の一覧',
    glossary: '用語集',
    modules: '講座',
    classify: '品目を仕分ける',
    safeguards: '備えの台帳（見本）',
    states: '国・地域の制度',
    programmes: '支援策',
    code: '遵守か説明か（見本）',
    about: 'このサイト',
    mail: '届くメール',
    brief: '取締役会資料（見本）',
    evidence: '検証',
    licences: 'ライセンス',
  },
  navLabel: '主要メニュー',
  search: '検索',
  none: 'なし',
  telling: {
    untranslated: 'このページはまだ日本語に訳されていません。英語のまま掲載しています。',
    behind: 'この翻訳のあとに、英語のページが改訂されています。',
    original: '英語のページを読む',
  },
  foot: {
    desk: '教育担当者のデスク',
    proverb: '喉元過ぎれば熱さを忘れる。',
    browse: '読む',
    house: '運営',
    data: 'カタログ（JSON）',
    feed: 'フィード',
    privacy: '閲覧の追跡はせず、読者にCookieを使わず、外部から何も読み込みません。',
  },
  colours: {
    green: { label: '緑', meaning: '自律性の喪失', policy: '多角化' },
    blue: { label: '青', meaning: '優位性の保持', policy: '管理' },
    red: { label: '赤', meaning: '破壊的技術革新', policy: '投資' },
  },
  colour: (label, meaning, policy) => `${label}：${meaning}→${policy}`,
  kinds: {
    disruption: '途絶',
    'near-miss': 'ヒヤリハット',
    'safeguard-worked': '備えが働いた事例',
    coercion: '経済的威圧',
    leakage: '技術流出',
  },
  records: {
    forgotten: '記録：忘れられた',
    'partly-kept': '記録：一部は守られた',
    kept: '記録：守られた',
    'no-record-found': 'いずれとも示す記録は見つからなかった',
  },
  mechanisms: {
    chokepoint: { label: 'チョークポイント', about: '迂回できない結節点を閉じることができます。' },
    panopticon: { label: 'パノプティコン', about: '使わざるを得ない結節点を通るものを見ることができます。' },
    'market-access': { label: '市場アクセス', about: '必要な市場から締め出すことができます。' },
  },
  instruments: {
    ban: { label: '禁止', about: '輸出または取引が禁じられます。' },
    licence: { label: '許可制', about: '出荷ごと、または相手先ごとに許可が要ります。' },
    quota: { label: '数量枠', about: '決められた量だけが出ます。' },
    'slow-release': { label: '手続きの遅延', about: '禁止はされません。検査と書類に時間がかかります。' },
    listing: { label: 'リスト掲載', about: '名指しされた企業とは取引できません。' },
  },
  tiers: { primary: '一次資料', press: '報道', secondary: '二次資料' },
  confidence: { high: '十分な裏付けあり', medium: 'おおむね裏付けあり', low: '裏付けは乏しい' },
  authority: { individual: '自分の権限でできること', team: 'チームの権限でできること' },
  stakes: { 1: '苦しい一週間', 2: 'ラインの停止', 3: '会社の停止、または人への被害' },
  facets: {
    hazard: '危険要因',
    sector: '業種',
    input: '調達品',
    country: '国・地域',
    route: '輸送路',
    colour: '政策の色',
    role: '職種',
    year: '年',
  },
  home: {
    title: 'サプライチェーン危機の実例と教訓',
    promise: '次の危機が来る前に、前の危機から学ぶ。',
    dek: '仕事の朝に、短いメールが一通。実際に起きた供給危機について、何がわかっていて、人々は何を選び、どんな決まりがあれば助かったのかを伝えます。数字にはすべて出典があります。',
    readToday: '今日の事例を読む',
    seeMail: 'メールを見る',
    mail: {
      title: '届くメール',
      description: '現場の一人に、ある朝届くメールです。実際の事例と判断が一つ。二分で読めます。',
      lead: 'ある朝、一人の担当者に届くメールの全文です。どの事例を誰に送るかは、チームが何を買い、何を忘れかけているかで決まります。',
      whole: 'メールの全文を見る',
    },
    cooling: '教訓はこうして冷める',
    coolingLead: (event) => `${event}。火花は、その教訓に再び出会った日です。`,
    rulesSome: '事例が教える原則から六つ',
    rulesAll: (count) => `${count}の原則をすべて見る`,
    tryIt: '一つ、自分で決めてみる',
    forWhom: '誰が、どう使うか',
    seek: '何に頼っていますか',
    instead: 'すべての事例を読む、または危険要因・業種・調達品から探す',
    today: '今日の事例',
    effort: (minutes) => `約${minutes}分、判断は一つ`,
    where: 'どこで、いつ',
  },
  lesson: {
    title: '教訓',
    description: 'サプライチェーンの危機が教える原則と、その裏付けとなる事例。',
    dek: '原則をメールで届けるのは、互いに似ていない二つ以上の事例がそれを教えるときだけです。そうしておくと、三つ目が始まったときに思い出せます。',
    taughtBy: 'この教訓を教える事例',
    comparisons: '二つの事例、一つの原則',
    both: 'と',
    years: (left, right) => `${left}年と${right}年。`,
    drafts: '未配信',
    draftsLead: '準備中の教訓です。二つの事例がそろうまで、どなたにもメールでお届けしません。',
    draft: '未配信です。',
    noCase: 'この教訓を教える事例は、まだありません。',
    stake: (stake) => `忘れたときの代償：${stake}`,
    readers: (roles) => `対象：${roles}`,
  },
  compare: {
    kicker: '二つの事例、一つの原則',
    title: 'この二つに共通することは何か。',
    heading: (left, right, _topic, turn) => `「${left}」と「${right}」${turn > 1 ? `（その${turn}）` : ''}`,
    description: (left, right) => `「${left}」と「${right}」に共通すること、異なること、その背後にある原則。`,
    when: '時期',
    where: '場所',
    alike: '共通すること',
    differ: '異なること',
    think: 'まず、原則を自分の言葉で言ってみてください。それから、私たちの答えをご覧ください。',
    show: '原則を見る',
    lesson: 'この教訓の設問と、月曜の一歩',
  },
  module: {
    title: '研修モジュール',
    description: '順に並べた教訓。教育担当者が割り当てることも、自分で読み進めることもできます。',
    dek: '教訓を学ぶ順に並べました。教育担当者がチームに割り当てます。どなたでも上から順に読めます。',
    one: '研修モジュール',
    assign: 'チームに割り当てる',
    sheet: '壁に貼るシートを印刷する',
  },
  notSaved: {
    title: 'まだ保存されていません',
    why: {
      busy: 'ほかの書き込みと重なったため、保存できませんでした。',
      store: 'ただいま送信内容を保存できません。原因はサイトの管理者が確認できます。',
    },
    kept: '送信された内容はこのページに残っています。少し待ってからもう一度送信してください。入力し直す必要はありません。',
    again: 'もう一度送信する',
  },
  missing: {
    title: 'ここにページはありません',
    dek: 'アドレスの入力に誤りがあるか、ページの名前が変わった可能性があります。事例は次からお読みいただけます。',
    library: '事例を検索する',
    home: 'トップページ',
  },
  problem: {
    kinds: {
      failed: {
        title: '問題が発生しました',
        say: 'こちら側の不具合で、記録に残しました。送信された内容は保存されていない可能性があります。1分ほどおいて、もう一度お試しください。',
      },
      busy: {
        title: 'ただいまデータベースが応答していません',
        say: '送信された内容は保存されていません。1分ほどおいて、もう一度お試しください。',
      },
      unreadable: {
        title: 'リクエストを読み取れませんでした',
        say: 'ブラウザーが送る形式になっていない部分があります。',
      },
      foreign: {
        title: '別のサイトから送信されたフォームです',
        say: 'そのため受け付けず、何も変更していません。このサイトのページを開き、そこから送信してください。',
      },
      elsewhere: {
        title: 'お試し版の受信箱は、動作中のコンピューターでのみ表示できます',
        say: '受信箱には全員宛てのメールと、教育担当者のデスクを開くリンクが入っています。お試し版が動いているコンピューターのブラウザーで、プロキシを通さずlocalhostを開いてください。',
      },
      vanished: {
        title: 'このファイルはもうありません',
        say: 'サイトが作り直されたところです。ページを再読み込みしてください。',
      },
      method: {
        title: 'この操作はここではできません',
        say: 'ページを読むことはできますが、求められた操作には対応していません。',
      },
      slow: {
        title: '時間内に受信が終わりませんでした',
        say: 'リクエストが最後まで届かなかったため、何も処理していません。もう一度送信してください。',
      },
      changed: {
        title: 'ファイルが更新されています',
        say: '求められたものとは別の版になっています。ページを再読み込みしてください。',
      },
      large: {
        title: '一度に送れる量を超えています',
        say: '送信された内容がこのサイトのどのフォームよりも大きいため、読み取りませんでした。',
      },
      part: {
        title: 'その部分はありません',
        say: '求められた部分は、ファイルの末尾より後ろにあります。',
      },
      host: {
        title: 'このサイトのアドレスは別にあります',
        say: '開いたアドレスは、このサーバーに設定されたものではありません。サイトの管理者がSITE_URLで設定します。',
      },
      headers: {
        title: 'リクエストが長すぎます',
        say: 'アドレスまたは付随する情報が、このサーバーで読み取れる長さを超えています。',
      },
    },
    id: 'サイトの管理者に問い合わせる際は、次の番号をお伝えください。',
    home: 'トップページ',
  },
  about: {
    title: 'このサイトについて',
    description: 'Nodomotoとは何か、なぜ教えるより問うのか、事実の出典をどう示すか、何がわかっていないか。',
  },
};
