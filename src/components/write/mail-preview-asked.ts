import { rowId } from '#server/http/row-id.ts';

/** What a preview of a mail is asked for, by an address of the desk. */
export function mailPreviewAsked(query: URLSearchParams, firstTeam: number, reader: string) {
  const kind = query.get('as') === 'recall' ? ('recall' as const) : ('case' as const);
  return {
    teamId: query.has('team') ? rowId(query.get('team')) : firstTeam,
    questionId: query.get('question') ?? '',
    kind,
    reader,
  };
}
