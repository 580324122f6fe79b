/** Where things stand on the site. */
export function casePath(id: string): string {
  return `/cases/${id}/`;
}

export function lessonPath(id: string): string {
  return `/lessons/${id}/`;
}

export function comparePath(lesson: string, left: string, right: string): string {
  return `/compare/${lesson}/${left}--${right}/`;
}

export function browsePath(facet: string, value: string): string {
  return `/library/${facet}/${value.toLowerCase()}/`;
}

/** The place of one question on its case's page. `id` is the catalogue's `case/question`. */
export function questionPath(id: string): string {
  const [caseId = '', question = ''] = id.split('/');
  return `${casePath(caseId)}#${question}`;
}
