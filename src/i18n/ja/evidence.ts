import type { Words } from '../shape.ts';
import { evidenceTerms } from './evidence-terms.ts';

/** 目標の文。報告書は英語で書かれている。 */
const goalSentences = new Map([
  ['share-weekly', '一人に週一通のとき、到達可能な記憶に占める割合（計画が想定する世界を除く）。'],
  ['share-pooled', '同じ通数を全員で分けるとき、到達可能な記憶に占める割合（計画が想定する世界を除く）。'],
  [
    'below-best-baseline',
    '一人に週一通のとき、最もよい他の方式をどれだけ下回るか。到達可能な記憶に占める割合（計画が想定する世界を除く）。',
  ],
  [
    'below-best-baseline-pooled',
    '同じ通数を全員で分けるとき、最もよい他の方式をどれだけ下回るか。到達可能な記憶に占める割合（計画が想定する世界を除く）。',
  ],
  [
    'below-best-baseline-monthly',
    '一人に四週に一通のとき、最もよい他の方式をどれだけ下回るか。到達可能な記憶に占める割合（計画が想定する世界を除く）。',
  ],
  [
    'below-best-baseline-pooled-monthly',
    'その少ない通数を全員で分けるとき、最もよい他の方式をどれだけ下回るか。到達可能な記憶に占める割合（計画が想定する世界を除く）。',
  ],
  ['team-memory-equal-mails', '同じ通数で、チームの記憶がニュースレターの何倍か。'],
  ['team-memory-half-mails', 'ニュースレターと同じチームの記憶に要る通数。ニュースレターの通数に占める割合。'],
  ['mails-against-round-robin', '関係する教訓の順送りと同じ記憶に要る通数。順送りの通数に占める割合。'],
  ['mails-against-fsrs-90', 'FSRS（目標90％）と同じ記憶に要る通数。FSRSの通数に占める割合。'],
  ['calibration', '想起の予測の対数損失から、本人の移動平均の対数損失を引いた値。'],
]);

/** シミュレーションの結果を示すページの言葉。数字はすべて報告書から取る。 */
export const evidence: Words['evidence'] = {
  title: '検証（シミュレーション）',
  description:
    '架空の人々、何を問うかを選ぶさまざまな方式、そしてどの方式も超えられない上界。計画の値打ちを確かめます。',
  kicker: {
    simulated: 'シミュレーション',
    people: (people, teams) => `${people}人、${teams}チーム`,
    weeks: (count) => `${count}週`,
    worlds: (count) => `${count}通りの忘れ方`,
    seeds: (count) => `${count}回の抽選`,
  },
  heading: '架空の人々で試しました',
  dek: (policies, worlds) =>
    `誰に何を問うかを決める方式として、Nodomotoの計画をほかの${policies}方式と並べました。忘れ方の違う${worlds}通りの世界でのシミュレーションです。さらに、どの方式も超えられない上界とも比べます。`,
  key: {
    label: '主な数字',
    teamMemory: (range) => `${range}倍`,
    teamMemoryText: (worlds) =>
      `同じ通数のとき、チームの記憶は月一回のニュースレターの何倍か。${worlds}通りの世界での幅です。`,
    newsletter: (range) => range,
    newsletterText: 'ニュースレターと同じチームの記憶に要る通数（ニュースレターを100％として）。',
    baselines: (range) => range,
    baselinesText: (fsrs) =>
      `関係する教訓の順送りと同じ想起率に要る通数（順送りを100％として）。FSRS（目標90％）に対しては${fsrs}。`,
    share: (range) => range,
    shareText: (worst, best) =>
      `一人に週一通で到達可能な想起のうち、実際に届いた割合。最も低いのは「${worst}」、最も高いのは「${best}」の世界です。`,
    unreached: (worlds) => `${worlds}通りの世界では届きません。`,
    never: '届きません',
  },
  caveat:
    'こうしたメールによって供給途絶の損失が減ることを示した研究は、まだありません。ここにある数字はシミュレーションによるもので、式のとおりに忘れる人々の数字です。',
  contents: 'このページの内容',
  goals: {
    title: '目標',
    lead: (met, all) =>
      `${all}の目標のうち、達成は${met}です。目標は数字が出る前に定めました。それぞれ、最も悪い世界の値で判定します。`,
    columns: { goal: '目標', target: '目標値', measured: '測定値', world: '最も悪い世界', verdict: '結果' },
    caption: '目標、目標値、測定値',
    met: '達成',
    missed: '未達成',
    atLeast: (target) => `${target}以上`,
    atMost: (target) => `${target}以下`,
    noWorld: '全体で一つの値',
    sentence: (id, asReported) => goalSentences.get(id) ?? asReported,
  },
  field: {
    title: '実際の計画を一日ずつ',
    lead: '製品の計画そのものを、手順や間隔や休日も含め、作りの違う世界で動かしました。人は当て推量をし、うっかり間違え、答えずに読み、去り、まったく答えない人もいます。記録上の重みには偶然の誤差があります。単純な方式も同じ通数を送ります。',
    met: (met, all, points) =>
      `目標は、チームの記憶と想起のどちらでも、最もよい単純な方式を${points}ポイントより下回らないことです。${all}件のうち${met}件で達成しました。`,
    note: (people, weeks, seeds) =>
      `${people}人、${weeks}週、${seeds}回の抽選。千里眼は全員の記憶を知り、次の四半期に最も効くものを送ります。`,
    json: '数字（JSON）',
    caption: '単位は％。教訓の本当の重みを付けた、全週の平均',
    columns: {
      where: '世界と頻度',
      measure: '尺度',
      ours: 'Nodomoto方式',
      best: '最もよい単純な方式',
      rule: 'その方式',
      share: '千里眼の伸びに占める割合',
    },
    measures: { teamMemory: 'チームの記憶', recall: '想起' },
    paces: { weekly: '週一通', monthly: '月一通' },
    worlds: {
      'performance-equation': '成績予測の式',
      multiscale: '多尺度の文脈',
      wickelgren: 'ウィケルグレンのべき乗則',
      'memory-chain': '記憶連鎖',
      'contextual-fluctuation': '文脈の揺らぎ',
    },
  },
  share: {
    title: '到達可能な記憶の、どこまで',
    lead: '何も送らない場合を0、どの方式も超えられない上界を100とします。点は一つの世界、線は最も悪い世界から最もよい世界までです。',
    note: (goal) => `縦の線は目標の${goal}です。中の白い点は計画が想定している世界で、目標の判定には含みません。`,
    recall:
      'ここで見るのは一人ひとりの想起です。「チームを数える」方式はその一部を手放し、代わりにチームの記憶を得ます（後述）。',
    fewer: (range) =>
      `値打ちのあるときだけ送る方式は、一人に週${range}通しか送りません。そのぶん想起率は低くなります。`,
    label: (setting) => `方式ごとの、到達可能な記憶に占める割合（${setting}）`,
    strip: (mean, worst, worstWorld, best, bestWorld) =>
      `平均${mean}、最低${worst}（${worstWorld}）、最高${best}（${bestWorld}）`,
    goal: '目標',
    ours: 'Nodomoto方式',
    theirs: 'ほかの方式',
    assumed: '想定している世界',
    table: '同じ内容の表（信頼区間つき）',
    tableCaption: '到達可能な記憶に占める割合（％）。抽選全体の平均と、その下に95％信頼区間。',
    mean: '平均',
  },
  mails: {
    title: '記憶と通数',
    lead: '上にいくほどよく覚えていて、右にいくほど一人に週あたり多くのメールが届きます。線は、Nodomotoに分けさせる通数を増やしていったものです。',
    team: 'チームの記憶：チームの二人以上がある教訓を思い出せる確率（％）',
    recall: '想起：一人がある教訓を思い出せる確率（％）',
    levels: {
      team: '横の線は、ニュースレターの点から、Nodomotoが同じだけ覚えている所までです。',
      recall: '横の線は、順送りの点から、Nodomotoが同じだけ覚えている所までです。',
    },
    key: { ours: 'Nodomoto方式', baseline: '比べる相手', others: 'ほかの方式', nothing: '送らない' },
    panel: (world, baseline, mails) => `${world}：「${baseline}」と同じ記憶に要る通数は、その${mails}`,
    unreached: (world, baseline) => `${world}：「${baseline}」の記憶には届きません`,
    caption: (mails) => `通数の${mails}`,
    captionUnreached: '届かない',
    mark: (policy, mails, level) => `${policy}：週${mails}通、${level}`,
    axis: '下の目盛りは、一人あたりの週の通数です。',
    table: '同じ内容の表',
    tableCaption: (measure) => `${measure}（％）。かっこ内は一人あたりの週の通数。`,
    frontierCaption: 'Nodomotoが全員に分ける通数を増やしたとき。想起／チームの記憶（％）。',
    savingsCaption:
      '同じ記憶に要るNodomotoの通数（その方式の通数を100として）。想起（一人ひとりを数える）／チームの記憶（チームを数える）。横棒は届かないことを示します。',
    columns: { policy: '方式', mails: '通数' },
  },
  monthly: {
    title: '月に一通なら',
    lead: '同じ通数を、二通りに使います。ニュースレターは四週に一度、全員に同じ教訓を送ります。Nodomotoは、最も役に立つ人へ、役に立つ週に送ります。',
    caption: 'チームの記憶：ニュースレターからNodomotoへ',
    newsletter: 'ニュースレター',
    ours: 'Nodomoto方式',
    from: (newsletter, ours) => `${newsletter}→${ours}`,
    times: (ratio) => `${ratio}倍`,
    row: (newsletter, ours) => `ニュースレター${newsletter}、Nodomoto${ours}`,
    table: '同じ内容の表（通数と想起つき）',
    tableCaption: '単位は％。95％信頼区間つき。',
    columns: {
      world: '世界',
      newsletterTeam: 'ニュースレター：チームの記憶',
      oursTeam: 'Nodomoto：チームの記憶',
      newsletterRecall: 'ニュースレター：想起',
      oursRecall: 'Nodomoto：想起',
      mails: '一人あたりの週の通数',
    },
  },
  calibration: {
    title: '何を覚えているか、当てられるか',
    lead: (better, all) =>
      `回答のたびに、計画は正答の確率を予測します。${all}通りの世界のうち${better}通りで、その対数損失は、本人の最近の回答の移動平均を下回りました。移動平均は、勝たなければならない素朴な方法です。`,
    note: '右にいくほど予測した確率が高く、上にいくほど実際の正答の割合が高いことを示します。点が大きいほど回答が多く、斜めの線の上では両者が一致します。点は一回の抽選、数字は全体のものです。',
    panel: (world, planner, average) => `${world}：予測と実際。対数損失${planner}、移動平均${average}。`,
    dot: (predicted, observed, answers) => `予測${predicted}、実際${observed}、回答${answers}件`,
    loss: (planner, average) => `対数損失${planner}、移動平均${average}`,
    tableCaption: '小さいほどよい値です。かっこ内は95％信頼区間。',
    columns: {
      world: '世界',
      answers: '回答',
      planner: '対数損失',
      average: '移動平均',
      gain: '差',
      bins: '較正の誤差',
      averageBins: '移動平均',
    },
    table: '同じ内容の表（信頼区間つき）',
  },
  robustness: {
    title: '人が想定と違うとき',
    lead: (recallKept, teamKept, all) =>
      `一人に週一通のまま、人についての仮定を一つずつ変えました。${all}通りのうち、Nodomotoの想起が比べたすべての方式を上回るのは${recallKept}通り、チームの記憶が上回るのは${teamKept}通りです。`,
    caption: '仮定を一つ変えたときの想起',
    assumptions: {
      'read-without-answering': '答えずに読むことの値打ち（正答を100％として）',
      'leaving-a-month': 'ひと月に辞める人',
      'answer-rate': '回答の多さ（通常の何倍か）',
    },
    value: (assumption, share, ratio) => (assumption === 'answer-rate' ? `×${ratio}` : share),
    panel: (assumption, world) => `方式ごとの想起。${assumption}。世界：${world}。`,
    table: '同じ内容の表（チームの記憶つき）',
    tableCaption: (world) => `${world}：想起／チームの記憶（％）。`,
    assumption: '仮定',
    valueColumn: '値',
    fatigue: 'メールに疲れる人々',
    fatigueLead:
      'ここでは、届くメールが多いほど早く、人は配信を止めます。その速さは仮定です。止めた人は、後任に代わるまで戻りません。',
    fatigueCaption: '一人に週一通まで。通数のほかは％。',
    fatigueColumns: {
      policy: '方式',
      mails: '一人あたりの週の通数',
      unsubscribed: '最後に止めている人',
      recall: '想起',
      teamMemory: 'チームの記憶',
    },
  },
  weights: {
    title: '関連度の数え方',
    lead: '計画によって得られるもののうち最も大きいのは、教訓を、それが関わる人に送ることです。シミュレーションではそれを与えられたものとしています。製品では次のように数えます。',
  },
  method: {
    title: 'どのように行ったか',
    organisations: '組織',
    organisation: (people, teams, lessons, roles) =>
      `${teams}チームに${people}人、教訓は${lessons}件、職種は${roles}種。`,
    organisationNames: {
      'roles-and-weights': '職種と重みあり',
      'equal-lessons': '教訓に差なし',
    },
    organisationTexts: {
      'roles-and-weights': '教訓の重みは職種によって大、小、なしに分かれ、途中で加わる教訓もあります。',
      'equal-lessons': 'どの教訓も全員に等しく関係し、初めからあります。違いが出るのは送る時期だけです。',
    },
    behaviour: (rates, leaving, reading) =>
      `届いた設問に答える割合は${rates}。ひと月に${leaving}が辞め、後任は何も知らないところから始めます。答えずに読むことの値打ちは正答の${reading}です。`,
    settings: 'メールの上限',
    worlds: '世界',
    rules: '比べた方式',
    sees: '方式が見てよいもの',
    seesText:
      '組織の名簿（誰がどのチームにいて、何が誰に関係するか）と、メールと回答の履歴です。本当の記憶は見えません。計画は、届いた回答に五つの数からなる記憶のモデルを当てはめます。記憶が下がる急さ、続く長さ、回答が加えるもの、間隔が加えるもの、誤答のあとに残るものです。',
    measures: '測るもの',
    measuresText: (weeks) =>
      `想起は、人がある教訓を思い出せる確率です。その人にとっての重みを付け、${weeks}週すべてで平均します。最後の日だけよくても、ほかの日より重くは数えません。チームの記憶は、チームの二人以上がそれを思い出せる確率です。`,
    bound: '上界の計算',
    boundText: (iterations) =>
      `ラグランジュ緩和によります。週ごとのメールの上限を価格に置き換えると、問題は人と教訓ごとの小さな問題に分かれます。そのそれぞれを、シミュレーターと同じ記憶の格子の上で正確に解きます。どんな価格でも、その合計が、ある方式の期待値を下回ることはありません。${iterations}回の反復で価格を動かし、合計を小さくします。どの反復も正しい上界を与え、最も小さいものを採ります。反復を増やしても、下がるだけです。`,
    boundCheck: 'あらゆる方式を試せるごく小さな組織では、上界と、総当たりで見つけた最良の方式をテストで比べています：',
    boundLoose:
      '上界がわかっているのは想起だけです。一人ずつに上限がある場合は、全員で分ける場合よりも上界が緩くなります。したがって、このページの割合は下限です。',
    seeds: '抽選と信頼区間',
    seedsText: (seeds) =>
      `シード一つが、全員の一回の抽選です。公表しているのはシード${seeds}で、何度も行う部分はその初めのいくつかを使います。区間はシード全体での95％信頼区間です（スチューデントのt分布）。同じシードでは、どの方式も同じ人々、同じ運、同じ退職に出会います。違うのは、送るものだけです。`,
    chosen: '計画の選び方',
    chosenText:
      '計画の方式は、ACT-Rを除くすべての世界を見ながら、101番以降のシードで選びました。公表したシードはそれとは別です。最初の全体の実行では、半減期の世界でほかの方式に後れを取り、その後、間隔が加えるものと誤答のあとに残るものを学べるように記憶のモデルを広げました。ですから、半減期は手直しの対象となった世界、ほかは新しい抽選でも保たれた当てはまり、規則を固めたあとで書いたACT-Rは、初めて出会う世界での唯一の試験としてお読みください。その後に変えたのは、計算時間を減らすためにモデルを当てはめる格子を粗くしたことだけです。',
  },
  limits: {
    title: '何を示していないか',
    list: [
      '職場の人が事例をどう忘れるかを示す公開データはありません。ここにある曲線は、自ら学ぶことを選んだ学習者のモデルから来ています。',
      'ほとんどの世界の記憶は、FSRSが描く種類のものです。例外は、半減期、二つの痕跡、ACT-Rです。',
      '設問への正答は、危機のさなかに原則を使うことと同じではありません。このシミュレーションに危機は起こりません。',
      '答えずに読むことの値打ちも、メールに疲れる速さも、仮定です。',
      '上界は真の値より緩く、一人ずつに上限があるときは最も緩くなります。100％に届く方式は存在しないかもしれません。',
    ],
    studies: '実際の人々についての研究が見つけたことは、よい結果もそうでない結果も、次のページにあります：',
    about: 'このサイトについて',
  },
  run: {
    title: 'ご自分で確かめる',
    lead: '数字は一つのコマンドで得られます。登録もネットワークもメールサーバーも要りません。同じシードからは同じ数字が出ます。',
    json: 'すべての数字（JSON）',
    markdown: 'すべての数字の表（Markdown）',
    drawn: 'このページは、サイトを組み立てるときに、そのファイルから描きました。',
  },
  ...evidenceTerms,
};
