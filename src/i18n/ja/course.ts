import type { Words } from '../shape.ts';

/** 学習管理システム用パッケージとして配る研修モジュールの言葉。波かっこの中は再生側が埋めます。 */
export const course: Words['course'] = {
  kind: '研修モジュール',
  of: (place, all) => `${all}件中${place}件目`,
  case: '事例',
  decision: 'あなたの判断',
  yours: 'あなたの回答',
  rule: '教訓',
  monday: '月曜にできる一つのこと',
  sources: '出典',
  whole: '事例の全文とすべての出典',
  counts: '各問とも、最初に選んだ答えが記録されます。その後はほかの選択肢も開けます。',
  outcome: '結果',
  again: '最初からやり直す',
  leave: '終了して戻る',
  player: {
    answered: '全{all}問中{done}問に回答済み',
    passed: '全{all}問中{right}問に一度で正解しました。合格です（合格点は{mark}％）。',
    failed:
      '全{all}問中{right}問に一度で正解しました。合格点は{mark}％です。妥当な答えとその理由を読んでから、もう一度お試しください。',
    again: '最初からやり直す',
    againLater: 'もう一度受けるには、学習管理システムから開き直してください。',
    notCounted: '閲覧のみのため、選んだ答えは記録されません。',
    alone: '学習管理システムの外で開いています。読むことも答えを選ぶこともできますが、記録はされません。',
    trouble: '学習管理システムが記録を受け付けませんでした。管理者に次の内容をお伝えください：',
    leave: '終了して戻る',
  },
};
