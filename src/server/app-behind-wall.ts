import { libraryWithoutPieces } from '#catalogue/pieces/without-pieces.ts';
import { firstLanguage } from '#i18n/languages.ts';
import type { AppContext } from './app-context.ts';
import type { Db } from './database/open-database.ts';
import type { Side } from './walls/side.ts';

/** The app as pages of one side act through it: `db` is the store as that side sees it. A supplier reads the library without what the house wrote. */
export function appBehindWall(app: AppContext, db: Db, side: Side): AppContext {
  const library = side.of === 'supplier' ? libraryWithoutPieces(app.library) : app.library;
  const catalogue = library[firstLanguage];
  return {
    ...app,
    catalogue,
    library,
    store: { ...app.store, db },
    planner: { ...app.planner, db, catalogue },
    answers: { ...app.answers, db, library },
    renderer: { ...app.renderer, db, library },
  };
}
