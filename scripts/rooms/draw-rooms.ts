import type { Sources } from './check-rooms.ts';
import { importsOf } from './read-source.ts';
import { type Rooms, roomOf, wingOf } from './room-of.ts';

export const beginMark = '<!-- drawn from rooms.config.ts by npm run rooms -->';
export const endMark = '<!-- end of what is drawn -->';

/** The picture of the wings and the list of rooms, as they stand in docs/architecture.md. */
export function drawRooms(parts: Rooms, sources: Sources): string {
  return [beginMark, '', '```mermaid', ...pictureOf(parts, sources), '```', '', ...listOf(parts), '', endMark].join(
    '\n',
  );
}

/** The text with what stands between the marks drawn anew. */
export function withRooms(text: string, drawn: string): string {
  const begin = text.indexOf(beginMark);
  const end = text.indexOf(endMark);
  return begin < 0 || end < begin ? text : text.slice(0, begin) + drawn + text.slice(end + endMark.length);
}

function listOf({ rooms }: Rooms): string[] {
  return [...rooms].reverse().map(({ path, holds, pure }) => `- \`${path}\`${pure ? ' (pure)' : ''}: ${holds}`);
}

function pictureOf(parts: Rooms, sources: Sources): string[] {
  const wings = [...new Set(parts.rooms.map(({ path }) => wingOf(path)))];
  const uses = new Map(wings.map((wing) => [wing, new Set<string>()]));
  for (const [file, text] of sources) {
    const from = roomOf(parts.rooms, file);
    for (const { target } of importsOf(file, text)) {
      const to = roomOf(parts.rooms, target);
      if (from && to && wingOf(from.path) !== wingOf(to.path)) uses.get(wingOf(from.path))?.add(wingOf(to.path));
    }
  }
  const nodes = wings.map((wing) => `  ${idOf(wing)}["${wing}"]`);
  const arrows = wings.flatMap((wing) => shortest(uses, wing).map((used) => `  ${idOf(wing)} --> ${idOf(used)}`));
  return ['flowchart TD', ...nodes.reverse(), ...arrows.reverse()];
}

/** What a wing uses, without what one of those uses anyhow: fewer arrows, and the same order. */
function shortest(uses: ReadonlyMap<string, ReadonlySet<string>>, wing: string): string[] {
  const direct = [...(uses.get(wing) ?? [])];
  return direct.filter((used) => !direct.some((other) => other !== used && reaches(uses, other, used))).sort();
}

function reaches(uses: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string): boolean {
  return [...(uses.get(from) ?? [])].some((next) => next === to || reaches(uses, next, to));
}

const idOf = (wing: string) => wing.replace(/\W/g, '_');
