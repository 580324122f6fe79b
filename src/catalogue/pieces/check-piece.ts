import type { CaseFolder, ContentParts } from '../assemble.ts';
import type { Catalogue } from '../catalogue.ts';
import { checkQuizzes } from '../check/check-quizzes.ts';
import { checkReferences } from '../check/check-references.ts';
import type { ContentFault } from '../check/content-fault.ts';
import { houseId } from '../house-id.ts';
import { ContentReader } from '../read/content-reader.ts';
import { type ModuleFile, moduleSchema } from '../schema/module.ts';
import type { PieceKind } from './form.ts';
import type { PieceFiles } from './piece-files.ts';

/** A piece as the library would read it, without what it is named in the store. */
export type ReadPiece =
  | { kind: 'case'; folder: CaseFolder }
  | { kind: 'module'; module: { id: string; file: ModuleFile } };

export type CheckedPiece = {
  /** As far as it could be read; `null` where a field that everything else stands on is missing. */
  piece: ReadPiece | null;
  faults: ContentFault[];
};

/** Whether files of a piece may be published beside the library: by the reading and the checks that its own files pass, and no others. */
export function checkPiece(kind: PieceKind, slug: string, files: PieceFiles, library: Catalogue): CheckedPiece {
  const reader = new ContentReader('', (file) => {
    const text = files[file];
    if (text === undefined) throw new RangeError(file);
    return text;
  });
  if (kind === 'module') {
    const [module] = reader.readOne('modules', slug, moduleSchema);
    const parts = { ...partsOf(library), modules: module ? [module] : [] };
    const piece = module ? { kind, module } : null;
    return { piece, faults: [...reader.faults, ...checkReferences(parts, presentCases(library))] };
  }
  const [folder] = reader.readCase(slug);
  if (!folder) return { piece: null, faults: reader.faults };
  const parts = { ...partsOf(library), cases: [folder] };
  return { piece: { kind, folder }, faults: [...reader.faults, ...checkReferences(parts, presentCases(library))] };
}

/** The same beside the library as it is without this piece, `id` being the name of its files; and whether its right answers give themselves away there. */
export function checkBesideOthers(kind: PieceKind, id: string, files: PieceFiles, library: Catalogue): CheckedPiece {
  const others = { ...library, cases: library.cases.filter((entry) => entry.id !== houseId(id)) };
  const checked = checkPiece(kind, id, files, others);
  const uneven = checked.piece?.kind === 'case' ? unevenFaults(checked.piece.folder, others) : [];
  return { ...checked, faults: [...checked.faults, ...uneven] };
}

/** What a piece may refer to. The cases of the library passed their checks when it was built. */
function partsOf({ lessons, lists, vocabulary }: Catalogue): ContentParts {
  return {
    cases: [],
    modules: [],
    instruments: [],
    jurisdictions: [],
    glossary: [],
    starters: [],
    lists,
    vocabulary,
    lessons: lessons.map((lesson) => ({ id: lesson.id, file: lesson })),
  };
}

function presentCases({ cases }: Catalogue) {
  return { cases: cases.map(({ id }) => id), lessons: [] };
}

/** Whether the right answers give themselves away once these questions are among the others. Only what this case adds: a library that is uneven by itself is not its fault. */
export function unevenFaults(folder: CaseFolder, { cases }: Catalogue): ContentFault[] {
  if (checkQuizzes(cases).length > 0) return [];
  return checkQuizzes([...cases, folder]).map((fault) => ({ ...fault, file: `cases/${folder.id}/questions.yaml` }));
}
