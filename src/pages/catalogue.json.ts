import { readContent } from '#catalogue/read-content.ts';

/** Everything published, for the planner and for anyone else. */
export function GET(): Response {
  return Response.json({ version: 1, ...readContent('content') });
}
