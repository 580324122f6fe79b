import type { Words } from '../shape.ts';

/** 一つの品目と、全社の品目についての言葉。 */
export const items: Words['items'] = {
  leakRoutes: {
    'social-media': 'SNSでの接触',
    'job-change': '転職者',
    approach: '産業スパイ型の接近',
    'trade-fair': '展示会・見学',
    employee: '自社の従業員（故意・過失）',
  },
  leakGuarded: (count, of) => `流出のおそれがある（流出経路${of}のうち${count}に対策あり）`,
};
