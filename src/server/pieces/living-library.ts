import type { Catalogue, Library } from '#catalogue/catalogue.ts';
import { checkPiece, type ReadPiece } from '#catalogue/pieces/check-piece.ts';
import { joinPieces } from '#catalogue/pieces/join-pieces.ts';
import { namePassages } from '#catalogue/pieces/name-passages.ts';
import { pieceFiles } from '#catalogue/pieces/piece-files.ts';
import { typesetAll } from '#catalogue/typeset-library.ts';
import type { Passage } from '#core/sharing/passage.ts';
import { firstLanguage, perLanguage } from '#i18n/languages.ts';
import { readFact } from '#server/database/facts.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Log } from '#server/log/log.ts';
import type { MailTemplates } from '#server/mail/mail-template.ts';
import { joinShelves, shelfOf, type TemplateShelf } from '#server/mail/template-shelf.ts';
import { publishedFact, readPublished } from './piece-store.ts';

/** What the build made of `content/`. */
export type BuiltLibrary = { library: Library; templates: TemplateShelf };

export type LivingParts = {
  db: Db;
  log: Log;
  built: BuiltLibrary;
  /** Where each piece comes from that another organisation wrote, by the names of their files. */
  readPassages: () => Promise<ReadonlyMap<string, Passage>>;
  /** Draws the mails of the cases that it is given. */
  draw: (library: Library) => Promise<MailTemplates>;
};

/** The library as it is now: what was built, and beside it what the house published since. */
export type LivingLibrary = {
  /** Whoever keeps this sees each change; a catalogue that was taken from it stays as it was. */
  library: Library;
  templates: () => TemplateShelf;
  /** Reads what was published or withdrawn since, here or by another thread or machine. One look at the store where nothing was. */
  refresh: () => Promise<void>;
};

export function livingLibrary({ db, log, built, readPassages, draw }: LivingParts): LivingLibrary {
  let now: BuiltLibrary & { stamp: string | null } = { ...built, stamp: null };
  const refresh = async () => {
    const stamp = await readFact(db, publishedFact);
    if (stamp === now.stamp) return;
    const pieces = await readPieces({ db, log }, built.library[firstLanguage]);
    const passages = await readPassages();
    const library = perLanguage((language) => {
      const joined = joinPieces(built.library[language], pieces);
      return { ...joined, cases: namePassages(joined.cases, passages) };
    });
    const drawn = await draw(perLanguage((language) => addedTo(built.library[language], library[language])));
    now = { library, templates: joinShelves(shelfOf(drawn), built.templates), stamp };
  };
  return {
    library: {
      get en() {
        return now.library.en;
      },
      get ja() {
        return now.library.ja;
      },
    },
    templates: () => now.templates,
    refresh,
  };
}

/** A piece that a newer library no longer takes is left out, and told: everything else goes on. */
async function readPieces({ db, log }: Pick<LivingParts, 'db' | 'log'>, catalogue: Catalogue): Promise<ReadPiece[]> {
  const published = await readPublished(db);
  return published.flatMap(({ id, kind, typed }) => {
    const { piece, faults } = checkPiece(kind, id, pieceFiles(kind, id, typed), catalogue);
    if (piece && faults.length === 0) return [typesetAll(piece)];
    log.tell('piece-left-out', { piece: id, faults: faults.length });
    return [];
  });
}

/** Of a catalogue the cases that another does not have, and nothing else that is drawn. */
function addedTo(before: Catalogue, after: Catalogue): Catalogue {
  const known = new Set(before.cases.map(({ id }) => id));
  return { ...after, cases: after.cases.filter(({ id }) => !known.has(id)), lessons: [] };
}
