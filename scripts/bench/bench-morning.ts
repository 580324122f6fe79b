/** The morning that the bench plans: a Tuesday in Tokyo, an hour before the mail. */
export const on = '2026-11-24';
export const now = Date.parse('2026-11-23T22:30:00Z');

export const lessonCount = 200;
