/** Which of `count` cases stands on the front page on a day. The same day gives the same case to everyone. */
export function caseOfDay(day: Date, count: number): number {
  const days = Math.floor(Date.UTC(day.getFullYear(), day.getMonth(), day.getDate()) / 86_400_000);
  return count === 0 ? 0 : days % count;
}
