import type { Catalogue, Library } from '../catalogue.ts';
import { isOfHouse } from '../house-id.ts';

const known = new WeakMap<Catalogue, Catalogue>();

/** The library without what the house wrote itself: what a firm that is not the house may read. Made once of a catalogue. */
export function withoutPieces(catalogue: Catalogue): Catalogue {
  const bare = known.get(catalogue) ?? bareOf(catalogue);
  known.set(catalogue, bare);
  return bare;
}

export function libraryWithoutPieces(library: Library): Library {
  return {
    get en() {
      return withoutPieces(library.en);
    },
    get ja() {
      return withoutPieces(library.ja);
    },
  };
}

function bareOf(catalogue: Catalogue): Catalogue {
  const own = catalogue.cases.filter(({ id }) => isOfHouse(id));
  const modules = catalogue.modules.filter(({ id }) => !isOfHouse(id));
  if (own.length === 0 && modules.length === catalogue.modules.length) return catalogue;
  const questions = new Set(own.flatMap((entry) => entry.questions.map(({ id }) => id)));
  return {
    ...catalogue,
    cases: catalogue.cases.filter(({ id }) => !isOfHouse(id)),
    lessons: catalogue.lessons.map((lesson) => ({
      ...lesson,
      caseIds: lesson.caseIds.filter((id) => !isOfHouse(id)),
      questionIds: lesson.questionIds.filter((id) => !questions.has(id)),
    })),
    modules,
  };
}
