import type { formatsIn } from '#i18n/format.ts';

/** An instant in UTC, to the minute, as the desk writes it. */
export function instantText(at: number, format: ReturnType<typeof formatsIn>): string {
  const [day = '', time = ''] = new Date(at).toISOString().slice(0, 16).split('T');
  return `${format.date(day)}${format.gap}${time} UTC`;
}
