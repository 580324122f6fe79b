import type { Catalogue } from '#catalogue/catalogue.ts';
import { paying } from '#catalogue/queries/in-jurisdiction.ts';
import { programmeScope } from '#catalogue/queries/programmes.ts';
import type { Instrument } from '#catalogue/schema/instrument.ts';
import { type ProgrammeStanding, programmeStandings } from '#core/support/programme-standing.ts';
import { type Proposal, proposeProgrammes } from '#core/support/propose.ts';
import type { Instant } from '#server/database/schema.ts';
import { readHouseScope } from '#server/support/house-scope.ts';
import {
  forgetProgrammeUse,
  keepProgrammeUse,
  type ProgrammeUse,
  readProgrammeUse,
} from '#server/support/programme-use.ts';
import { readSupportTaken } from '#server/support/support-taken.ts';
import type { DeskPart } from '../desk-part.ts';

export type SaidProgramme = { instrument: Instrument | null; use: ProgrammeUse };

export type ShownSupport = {
  taken: number;
  eligible: number;
  said: SaidProgramme[];
  proposed: { instrument: Instrument; proposal: Proposal }[];
  others: Instrument[];
};

export type SupportOutcome = { ok: true } | { ok: false; reason: 'no-programme' | 'no-standing' | 'too-long' };

const longestNote = 300;

/** Which programmes the house uses, has applied for, or could have. */
export class SupportDesk {
  private readonly part: DeskPart;

  constructor(part: DeskPart) {
    this.part = part;
  }

  async read(catalogue: Catalogue, on: string): Promise<ShownSupport> {
    const { db } = this.part.planner;
    const programmes = new Map(paying(catalogue.instruments).map((programme) => [programme.id, programme]));
    const uses = await readProgrammeUse(db);
    const spokenOf = new Set(uses.map(({ programme }) => programme));
    const open = [...programmes.values()].filter(({ id }) => !spokenOf.has(id));
    const house = await readHouseScope(db);
    const proposals = proposeProgrammes(
      open.map((programme) => programmeScope(catalogue, programme)),
      house,
    );
    const proposed = proposals.flatMap((proposal) => {
      const instrument = programmes.get(proposal.id);
      return instrument ? [{ instrument, proposal }] : [];
    });
    const isProposed = new Set(proposals.map(({ id }) => id));
    const { taken, eligible } = await readSupportTaken(db, catalogue, on);
    return {
      taken: taken.length,
      eligible: eligible.length,
      said: uses.map((use) => ({ use, instrument: programmes.get(use.programme) ?? null })),
      proposed,
      others: open.filter(({ id }) => !isProposed.has(id)),
    };
  }

  /** Writes down what the house says of a programme; an empty standing takes it back. */
  async say(
    catalogue: Catalogue,
    typed: { programme: string; standing: string; note: string },
    now: Instant,
  ): Promise<SupportOutcome> {
    const { planner, trainer, note: noteDown } = this.part;
    const { programme } = typed;
    const note = typed.note.trim();
    if (typed.standing === '') {
      await forgetProgrammeUse(planner.db, programme);
      await noteDown('changed-support', null, null, now);
      return { ok: true };
    }
    const standing = programmeStandings.find((known): known is ProgrammeStanding => known === typed.standing);
    if (!standing) return { ok: false, reason: 'no-standing' };
    if ([...note].length > longestNote) return { ok: false, reason: 'too-long' };
    if (!paying(catalogue.instruments).some(({ id }) => id === programme)) return { ok: false, reason: 'no-programme' };
    await keepProgrammeUse(planner.db, { programme, standing, note }, trainer, now);
    await noteDown('changed-support', null, null, now);
    return { ok: true };
  }
}
