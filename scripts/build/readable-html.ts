/**
 * A page as the full-text index should read it. The marks of citations go, with the space they leave before a full stop
 * ("vessel ."); and between a figure and its unit, which stand in elements of their own, comes the space a screen shows ("14Toyota").
 */
export function readableHtml(html: string): string {
  return html
    .replace(/<sup class="cite"[^>]*>.*?<\/sup>/gs, '')
    .replace(/[^\S\n]+([.,;:!?])(?=\s|<)/g, '$1')
    .replace(/<\/(dt|dd|b|th|td|time|figure|small|strong|span|i)>(?=<(?!\/))/g, '</$1> ');
}
