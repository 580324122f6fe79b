import { restyle } from './restyle.ts';

const orderStyle = /<style>(@layer [^{}<]+;)<\/style>/;

/** The order of the layers moves to the head of the page's first sheet: a style of its own costs a hash in the policy, 60 bytes that do not compress. */
export function withOrderInFirstStyle(page: string): string {
  const [whole = '', order = ''] = orderStyle.exec(page) ?? [];
  const rest = page.replace(whole, '');
  if (order === '' || !rest.includes('<style>')) return page;
  let waiting = order;
  return restyle(rest, (css) => {
    const ordered = waiting + css;
    waiting = '';
    return ordered;
  });
}
