/** More than this makes the page heavy and the reader tired; every question also stands with its lesson. */
const mostAsked = 3;

/** The questions a case page asks at its end: not the decision again, and each lesson once before any lesson twice. */
export function selfCheckOf<Asked extends { id: string; lesson: string }>(entry: {
  id: string;
  decision: string;
  questions: readonly Asked[];
}): Asked[] {
  const open = entry.questions.filter((question) => question.id !== `${entry.id}/${entry.decision}`);
  const turns = open.map((question, index) => ({
    question,
    index,
    turn: open.slice(0, index).filter((earlier) => earlier.lesson === question.lesson).length,
  }));
  return turns
    .sort((a, b) => a.turn - b.turn || a.index - b.index)
    .slice(0, mostAsked)
    .sort((a, b) => a.index - b.index)
    .map(({ question }) => question);
}
