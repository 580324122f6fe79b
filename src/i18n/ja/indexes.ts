import type { Words } from '../shape.ts';

/** 日付・企業・紙の索引から入るページの言葉。 */
export const indexes: Words['indexes'] = {
  onThisDay: {
    title: 'この日の出来事',
    description: '事例のなかの出来事を、一年の日付順に並べました。',
    dek: (moments, cases) => `${cases}から、日付のわかる${moments}を一年の順に並べました。`,
    moments: (count) => `${count}件の出来事`,
    week: '過去の同じ週の出来事',
    ago: (years) => `${years}年前`,
    quiet: '今日から7日間にあたる日の出来事は、収録されていません。',
    months: '月別',
    month: (month) => `${month}：この日の出来事`,
    aboutMonth: (month) => `事例のなかで${month}に起きた出来事を、日付順に並べました。`,
    allOf: (month) => `${month}のすべて`,
    weekOf: (day) => `${day}からの週`,
    began: '発生日',
    begins: '発生日の一覧',
  },
  companies: {
    title: '企業・機関',
    description: '事例に名前の出る企業・機関と、その事例の一覧です。',
    dek: '事例に名前の出る企業・機関と、その事例の一覧です。名前が出ることは、その事例に関わりがあることを示すもので、落ち度があったことを意味しません。',
    about: (name, cases) => `供給途絶の事例のうち、${name}の名前が出る${cases}。`,
    kinds: { company: '企業', agency: '公的機関', association: '団体' },
    letters: '頭文字',
    cases: '名前の出る事例',
    contested: '見解が分かれています：',
    contrasts: '対比された相手',
    contrastsAbout: '同じ局面に置かれた二者を並べたものです。',
    lessonsShared: 'これらの事例に共通する教訓',
    lessonsOfOne: 'この事例の教訓',
    together: '同じ事例に名前の出る企業・機関',
    kanji: '漢字',
  },
  printed: {
    title: '事例索引',
    description:
      'すべての事例を出来事の名前順に並べ、企業・品目・危険要因・国・教訓から引ける索引を付けました。印刷用です。',
    dek: (cases, site) =>
      `${cases}を収録。各事例のページは、${site} に続けて、それぞれに記したアドレスで開けます。索引の数字は事例の番号です。`,
    cases: '事例',
    index: '索引',
    lessons: (numbers) => `教訓 ${numbers}`,
    lists: {
      companies: '企業・機関',
      inputs: '品目・サービス',
      hazards: '危険要因',
      countries: '国・地域',
      lessons: '教訓',
    },
  },
};
