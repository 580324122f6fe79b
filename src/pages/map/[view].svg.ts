import type { APIRoute } from 'astro';
import fine from 'world-atlas/land-50m.json';
import coarse from 'world-atlas/land-110m.json';
import { isLand, mapFile } from '#components/atlas/land.ts';
import { closeUps, type View } from '#components/atlas/views.ts';

/** The coasts, one file for each picture of the atlas; pages draw their cases over them. */
export function getStaticPaths() {
  const views: View[] = ['world', ...closeUps];
  return views.map((view) => ({ params: { view }, props: { view } }));
}

export const GET: APIRoute<{ view: View }> = ({ props: { view } }) => {
  const topology: unknown = view === 'world' ? coarse : fine;
  if (!isLand(topology)) throw new Error('world-atlas no longer holds the topology it did');
  return new Response(mapFile(topology, view), { headers: { 'Content-Type': 'image/svg+xml' } });
};
