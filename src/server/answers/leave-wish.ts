/** What a post to an unsubscribe link asks for: `leave` and `undo` are the buttons of its own page. */
export type LeaveWish = 'leave' | 'undo' | 'one-click';

/**
 * Only our own page says what it wants in a field `act`. Any other post is a mail provider's one click: RFC 8058 asks for the form
 * `List-Unsubscribe=One-Click`, but providers end it in a line break, send it as plain text or send nothing, and the post itself is the wish.
 */
export function leaveWish({ act }: Readonly<Record<string, string>>): LeaveWish {
  if (act === 'unsubscribe') return 'leave';
  return act === 'undo' ? 'undo' : 'one-click';
}
