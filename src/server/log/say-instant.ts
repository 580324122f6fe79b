/** An instant for an operator, to the minute: `2026-11-24 08:00 UTC`. */
export function sayInstant(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
