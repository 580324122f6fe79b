import type { Words } from '../shape.ts';

/** デスクの「今日」の言葉。 */
export const today: Words['today'] = {
  title: '今日',
};
