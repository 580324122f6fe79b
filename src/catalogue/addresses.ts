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

/** The mark of a question on a page. Ids are unique in the catalogue as `case/question`. */
export function questionAnchor(id: string): string {
  return id.replace('/', '--');
}

/** The place of one question among those of its lesson, where every question stands. */
export function questionPath(question: { id: string; lesson: string }): string {
  return `${lessonPath(question.lesson)}#${questionAnchor(question.id)}`;
}
