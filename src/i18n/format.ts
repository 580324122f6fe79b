/** The months as the interface writes them, January first. */
export const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

function partsOf(date: string): { year: string; month: string; day: string } {
  const [year = '', month, day] = date.split('-');
  return { year, month: month ? (months[Number(month) - 1] ?? '') : '', day: day ? String(Number(day)) : '' };
}

function joined(...parts: string[]): string {
  return parts.filter(Boolean).join(' ');
}

/** `2011-03-11` as "11 Mar 2011", `2011-03` as "Mar 2011", `2011` as "2011". */
export function formatDate(date: string): string {
  const { year, month, day } = partsOf(date);
  return joined(day, month, year);
}

/** "27 Sep 2024 – 8 Aug 2025"; what both ends share is said once. */
export function formatSpan(start: string, end?: string): string {
  if (!end || end === start) return formatDate(start);
  const from = partsOf(start);
  const to = partsOf(end);
  if (from.year !== to.year) return `${formatDate(start)} – ${formatDate(end)}`;
  if (from.month === to.month && from.day && to.day) return `${from.day}–${joined(to.day, to.month, to.year)}`;
  if (!from.month) return formatDate(end);
  return `${joined(from.day, from.month)} – ${formatDate(end)}`;
}

/** "1997" or "2010–2015". */
export function formatYears(start: string, end?: string): string {
  const from = start.slice(0, 4);
  const to = (end ?? start).slice(0, 4);
  return from === to ? from : `${from}–${to}`;
}

/** "1 case", "6 cases". */
export function formatCount(count: number, one: string, many: string = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** "20 minutes", "1 hour", "1 hour 30 minutes". */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return joined(hours ? formatCount(hours, 'hour') : '', rest ? formatCount(rest, 'minute') : '');
}

const listing = new Intl.ListFormat('en-GB', { style: 'long', type: 'conjunction' });

/** "buyer, planner and quality". */
export function formatList(items: readonly string[]): string {
  return listing.format(items);
}
