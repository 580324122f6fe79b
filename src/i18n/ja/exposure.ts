import type { Words } from '../shape.ts';

/** 品目の仕分けの言葉：五つの問い、三つの色、二つの柱。 */
export const exposure: Words['exposure'] = {
  heading: '品目ごとの立ち位置',
  dek: '品目ごとに二つの点数を示します。今の調達元なしでどこまでやっていけるか、そして自社が握るものを他者がどれだけ必要としているか。当てはまる場合は、取るべき方向を色で示します。',
  caveat:
    '色分けは、経済産業省の経済安全保障の担当幹部が2026年1月2日公開のインタビューで語った説明に沿ったものです。この色分けを載せた同省の文書は見つかっていません。問い、点数、配点は当方で定めたもので、検証はされていません。',
  empty: 'まだ品目がありません。取り込むと、ここに仕分けて示します。',
  questions: {
    essential: 'それがなければ、自社の生産や顧客の業務が止まりますか。',
    dependent: '大半が、絶たれ得る一つの国、一社、または一つの経路から来ていますか。',
    lead: '他者が必要とし、ほかにほとんど作れる者のいないものを、自社が握っていますか。',
    leak: 'その優位が、人、設備、図面、合弁、買収を通じて流出するおそれは残っていますか。',
    upheaval: '新しい技術によって、今の主役が取って代わられようとしていますか。',
  },
  statements: {
    essential: {
      yes: 'これがなければ、自社の生産か顧客の業務が止まります。',
      no: 'これがなくても、自社の生産も顧客の業務も止まりません。',
      unknown: 'これがなければ止まるかどうか、まだ回答がありません。',
    },
    dependent: {
      yes: '大半が、絶たれ得る一つの調達元から来ています。',
      no: '一つの調達元に頼ってはいません。',
      unknown: '一つの調達元に頼っているかどうか、わかっていません。',
    },
    lead: {
      yes: '他者が必要とし、ほかにほとんど作れる者のいないものを握っています。',
      no: '他者がほかで手に入れられないものは、握っていません。',
      unknown: '他者が必要とするものを握っているかどうか、まだ回答がありません。',
    },
    leak: {
      yes: 'それが流出するおそれが残っています。',
      no: 'それは守られています。',
      unknown: 'それが流出するおそれがあるかどうか、まだ回答がありません。',
    },
    upheaval: {
      yes: '新しい技術によって、今の主役が取って代わられようとしています。',
      no: '今の主役に取って代わろうとする新しい技術はありません。',
      unknown: '新しい技術が今の主役に取って代わるかどうか、まだ回答がありません。',
    },
  },
  derived: {
    'one-country': (share, country) => `${share}が${country}から来ていて、実績のある代替はありません。`,
    'one-supplier': '一社だけが作っていて、実績のある代替はありません。',
    'tested-alternative': '実績のある代替が用意されています。',
    spread: (suppliers, share) => `調達先は${suppliers}社で、どの国の割合も${share}以下です。`,
    'unseen-below': (suppliers) =>
      `調達先は${suppliers}社ありますが、その先を誰も確かめておらず、同じメーカーに行き着くかもしれません。`,
    'not-said': '調達先がまだ数えられていません。',
    'no-lead': '流出し得る優位がありません。',
  },
  verdicts: {
    yes: (label) => `${label}。`,
    no: (label) => `${label}ではない。`,
    unknown: (label) => `${label}かどうかは未定。`,
  },
  noColour: '色なし',
  noColourYet: '色はまだ未定',
  outranked: (label) =>
    `一つの品目に示す色は二つまでなので、${label}は示しません。生産を止めるもの、流出し得る優位、新しい技術、脅かされていない優位の順に選びます。`,
  open: '色を変え得る、まだ答えのない問い',
  pillars: { autonomy: '自律性', indispensability: '不可欠性' },
  score: (score) => `100点中${score}点`,
  noScore: '不明',
  knownPart: (known) => `${known}判明`,
  known: (known, low, high) =>
    `点数の${known}が判明しています。残りが判明すれば、${low}点から${high}点の間になります。`,
  points: (points, of) => `${of}点中${points}点`,
  noPoints: (of) => `${of}点中？点`,
  oneCountry: '一つの国',
  reasons: {
    unsaid: {
      share: '大半がどこから来るかは、まだ答えがありません',
      suppliers: '調達先の数は、まだわかっていません',
      alternative: '代替があるかどうかは、まだ答えがありません',
      stock: '在庫または復旧までの日数が、まだわかっていません',
    },
    share: (share, country) => `${share}が${country}から`,
    suppliers: (suppliers) => `調達先は${suppliers}社`,
    alternative: {
      none: '代替の候補なし',
      known: '代替の候補はあるが、未認定',
      qualified: '代替は認定済みだが、実績なし',
      tested: '代替は実績あり',
    },
    stock: (stock, recovery) => `在庫は${stock}日分、復旧には${recovery}日`,
    tiers: [
      '直接の調達先より先は不明',
      '直接の調達先の一段先まで把握',
      '直接の調達先の二段先まで把握',
      '直接の調達先の三段先まで把握',
    ],
    tiersUnknown: 'どこまで先を把握しているか、回答なし',
    lead: {
      yes: 'ほかにほとんど作れる者のいないものを握っている',
      no: '他者がほかで手に入れられないものはない',
      unknown: 'ほかにほとんど作れる者のいないものを握っているか、回答なし',
    },
    leak: { yes: '流出するおそれが残る', no: '守られている', unknown: '流出するおそれがあるか、回答なし' },
    upheaval: {
      yes: '新しい技術に取って代わられようとしている',
      no: '取って代わろうとする新しい技術はない',
      unknown: '新しい技術に取って代わられるか、回答なし',
    },
    withoutLead: { leak: '守るべき優位がない', upheaval: '取って代わられる優位がない' },
    beforeLead: {
      leak: '守られているかは、優位の有無がわかってから数えます',
      upheaval: '取って代わられるかは、優位の有無がわかってから数えます',
    },
  },
  why: '理由',
  whyOf: (item) => `理由：${item}`,
  whyColour: '色',
  key: '五つの問い',
  decides: {
    essential: '次の問いと合わせて',
    dependent: '前の問いと合わせて',
    lead: 'これだけで',
    leak: '緊急度が上がる',
    upheaval: 'これだけで',
  },
  map: {
    label: (count) => `${count}品目を自律性と不可欠性で並べた図。続く表が同じ内容を示します。`,
    unplaced: { indispensability: '不可欠性はまだ不明', autonomy: '自律性はまだ不明' },
    numbers: '番号は一覧のものです。',
    quadrants: {
      exposed: { name: '弱い立場', meaning: '自社は相手を必要とするが、相手は自社を必要としない' },
      independent: { name: '自立', meaning: '互いに相手を必要としない' },
      bound: { name: '相互依存', meaning: '互いに相手を必要とする' },
      needed: { name: '頼られる立場', meaning: '相手は自社を必要とし、自社は相手なしでもやっていける' },
    },
    place: (name, meaning) => `${name}：${meaning}`,
    noPlace: '位置は未定',
    table: '図の内容を表で見る',
    columns: { number: '番号', item: '品目', colour: '色', place: '図の中の位置' },
    middle: 'どちらの軸も、真ん中が50点です。',
  },
};
