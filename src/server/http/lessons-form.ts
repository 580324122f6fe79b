import type { LessonsAsked } from '#server/desk/assignment-lessons/change-lessons.ts';

const box = 'lesson:';

/** Which lessons a form asks for, and which there were when it was made. */
export function lessonsAsked(fields: Readonly<Record<string, string>>): LessonsAsked {
  const wished = Object.keys(fields).flatMap((name) => (name.startsWith(box) ? name.slice(box.length) : []));
  return { wished, was: (fields['was'] ?? '').split(' ').filter(Boolean) };
}

/** The same as fields, to be sent once more. */
export function lessonsQuery({ wished, was }: LessonsAsked): Record<string, string> {
  return { was: was.join(' '), ...Object.fromEntries(wished.map((id) => [`${box}${id}`, 'on'])) };
}
