import type { Room } from '../../rooms.config.ts';

export type Rooms = {
  rooms: readonly Room[];
  apart: readonly { room: string; from: readonly string[]; why: string }[];
};

/** The room a file stands in: the longest path that holds it. */
export function roomOf(rooms: readonly Room[], path: string): Room | undefined {
  return rooms
    .filter((room) => isWithin(path, room.path))
    .reduce<Room | undefined>((best, room) => (best && best.path.length > room.path.length ? best : room), undefined);
}

export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** The folder of `src/` a room belongs to, as a newcomer sees it first: `core` of `src/core/memory`. */
export function wingOf(room: string): string {
  const [top = '', second = top] = room.split('/');
  return top === 'src' ? second : top;
}
