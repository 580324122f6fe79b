const clock = /^(\d{1,2})(?:[:h時点시]\s?(\d{2})[分분]?(?::(\d{2})(?:[.,]0+)?)?|[時点시])$/;
/** A point alone may stand before a fraction of an hour; with the word for it, it is a time. */
const dotted = /^(\d{1,2})\.(\d{2})\s?uhr$/i;

const morning = /(?:a\.?\s?m\.?|vorm\.?|午前|上午|오전)/i;
const afternoon = /(?:p\.?\s?m\.?|nachm\.?|午後|下午|오후)/i;
const hourWord = /\s?uhr$|\s?h$/i;

/** A time of day as HH:MM, whether it was written 8:30, 08:30:00 AM, 8.30 Uhr, 午前 8:30 or 8時30分; null when it is none, or has odd seconds. */
export function readTime(text: string): string | null {
  const written = text.normalize('NFKC').trim();
  const half = afternoon.test(written) ? 'pm' : morning.test(written) ? 'am' : null;
  const plain = written
    .replace(afternoon, '')
    .replace(morning, '')
    .trim()
    .replace(dotted, '$1:$2')
    .replace(hourWord, '');
  const [, hours, minutes = '00', seconds = '00'] = clock.exec(plain) ?? [];
  if (hours === undefined || Number(minutes) > 59 || seconds !== '00') return null;
  const hour = half === null ? Number(hours) : hourOf(Number(hours), half);
  return hour === null || hour > 23 ? null : `${String(hour).padStart(2, '0')}:${minutes}`;
}

function hourOf(hours: number, half: 'am' | 'pm'): number | null {
  if (hours > 12) return half === 'pm' ? hours : null;
  return (hours % 12) + (half === 'pm' ? 12 : 0);
}
