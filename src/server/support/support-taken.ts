import type { Catalogue } from '#catalogue/catalogue.ts';
import { paying } from '#catalogue/queries/in-jurisdiction.ts';
import { checkBeforeUse } from '#catalogue/schema/instrument.ts';
import type { Db } from '#server/database/open-database.ts';

/**
 * Programmes of the register that the house says it uses, and those that it says it could have: these hold the used ones and those applied for, so that
 * one over the other is what of the help is taken. What is only proposed to the house counts in neither. A deadline before `on` ends what was not taken.
 */
export async function readSupportTaken(
  db: Db,
  catalogue: Catalogue,
  on: string,
): Promise<{ taken: string[]; eligible: string[] }> {
  const rows = await db.selectFrom('programme_use').select(['programme', 'standing']).orderBy('programme').execute();
  const programmes = new Map(paying(catalogue.instruments).map((programme) => [programme.id, programme]));
  const known = rows.flatMap(({ programme, standing }) => {
    const of = programmes.get(programme);
    return of ? [{ id: programme, standing, isPast: checkBeforeUse(of, on) === 'deadline-past' }] : [];
  });
  const taken = known.filter(({ standing }) => standing === 'uses');
  const open = known.filter(({ standing, isPast }) => ['applied', 'eligible'].includes(standing) && !isPast);
  return { taken: taken.map(({ id }) => id), eligible: [...taken, ...open].map(({ id }) => id).sort() };
}
