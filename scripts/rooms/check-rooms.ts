import type { Room } from '../../rooms.config.ts';
import { importsOf, impurities } from './read-source.ts';
import { isWithin, type Rooms, roomOf } from './room-of.ts';

/** Paths from the repository's root, with their text. Tests are none of them. */
export type Sources = ReadonlyMap<string, string>;

/** Every line that stands in the wrong room, as `file:line: what is wrong and the mend`. */
export function checkRooms({ rooms, apart }: Rooms, sources: Sources): string[] {
  return [...sources].flatMap(([file, text]) => {
    const room = roomOf(rooms, file);
    if (!room) return [`${file}:1: stands in no room; name its folder in rooms.config.ts, or move it.`];
    const faults = importsOf(file, text).flatMap(({ target, line }) => {
      const wrong = wrongImport(room, roomOf(rooms, target));
      return wrong ? [`${file}:${line}: imports ${target}; ${wrong}`] : [];
    });
    const impure = room.pure ? impurities(file, text) : [];
    return [
      ...faults,
      ...impure.map(
        ({ what, line }) => `${file}:${line}: uses ${what}, and ${room.path} is pure; hand it in as an argument.`,
      ),
    ];
  });

  function wrongImport(from: Room, to: Room | undefined): string | null {
    if (!to || to === from) return null;
    const kept = apart.find(
      ({ room, from: others }) => room === from.path && others.some((other) => isWithin(to.path, other)),
    );
    if (kept) return kept.why;
    return rooms.indexOf(to) < rooms.indexOf(from)
      ? null
      : `${from.path} stands before ${to.path}. Move the line up, or what it needs down.`;
  }
}
