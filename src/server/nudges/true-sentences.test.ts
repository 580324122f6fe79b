import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CatalogueCase } from '#catalogue/catalogue.ts';
import { readContent } from '#catalogue/read/read-content.ts';
import type { ProfileFact } from '#core/exposure/condition.ts';
import { alternatives, type ExposureItem, notAsked, type TeamExposure } from '#core/exposure/exposure.ts';
import { answers } from '#core/exposure/five-questions.ts';
import { relevantCases } from '#core/exposure/lesson-relevance.ts';
import type { CaseTraits, RelevanceReason } from '#core/exposure/relevance.ts';
import { usualWeights } from '#core/exposure/weights.ts';
import { nudgeKinds } from '#core/planning/nudge-kinds.ts';
import type { PlannableLesson } from '#core/planning/planner-types.ts';
import { reasonSentence } from '#core/planning/reason-sentence.ts';
import { plannableLessons } from './plannable-lessons.ts';
import { reasonSpeech } from './reason-speech.ts';

const catalogue = readContent('content');
const { vocabulary } = catalogue;
const lessons = plannableLessons(catalogue);
const speech = reasonSpeech(catalogue);
const countries = ['JP', 'CN', 'US', 'DE', 'GB', 'RU', 'KR', 'TW', 'UA', 'EG', 'IE', 'FR'];
const ids = (name: 'inputs' | 'families' | 'routes' | 'systems' | 'sectors' | 'roles') =>
  vocabulary[name].map(({ id }) => id);

/** Items as firms know them: a name nobody else has, an input with its family or neither, and every figure known or not. */
const items: fc.Arbitrary<Omit<ExposureItem, 'name'>> = fc
  .record({
    input: fc.option(fc.constantFrom(...ids('inputs')), { freq: 3 }),
    otherFamily: fc.option(fc.constantFrom(...ids('families'))),
    origin: fc.option(fc.constantFrom(...countries), { freq: 5 }),
    share: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    suppliers: fc.option(fc.nat({ max: 4 })),
    tiersMapped: fc.option(fc.nat({ max: 3 })),
    stockDays: fc.option(fc.nat({ max: 200 })),
    recoveryDays: fc.option(fc.nat({ max: 400 })),
    alternative: fc.option(fc.constantFrom(...alternatives)),
    essential: fc.constantFrom(...answers),
    lead: fc.constantFrom(...answers),
    leak: fc.constantFrom(...answers),
    upheaval: fc.constantFrom(...answers),
  })
  .map(({ otherFamily, ...item }) => ({
    ...item,
    ...notAsked,
    family: item.input ? (vocabulary.inputs.find(({ id }) => id === item.input)?.family ?? null) : otherFamily,
  }));

const profiles: fc.Arbitrary<TeamExposure> = fc
  .record({
    sector: fc.option(fc.constantFrom(...ids('sectors'))),
    items: fc.array(items, { maxLength: 5 }),
    routes: fc.subarray(ids('routes'), { maxLength: 2 }),
    systems: fc.subarray(ids('systems'), { maxLength: 2 }),
    sites: fc.array(fc.constantFrom(...countries), { maxLength: 3 }),
  })
  .map((drawn) => ({
    ...drawn,
    items: drawn.items.map((item, index) => ({ ...item, name: `Thing ${'ABCDE'[index]}` })),
    sites: drawn.sites.map((country, index) => ({ country, name: `Works ${'PQR'[index]}` })),
    home: [...new Set(drawn.sites)],
  }));

const drawn = fc.record({
  exposure: profiles,
  role: fc.constantFrom(...ids('roles')),
  lesson: fc.constantFrom(...lessons),
  kind: fc.constantFrom(...nudgeKinds),
});

/** Whether a reason is so, from the profile and the content alone: nothing of how it was found is used. */
function holds(
  reason: RelevanceReason,
  exposure: TeamExposure,
  traits: CaseTraits,
  lesson: PlannableLesson,
  role: string,
) {
  const item = 'item' in reason ? exposure.items.find(({ name }) => name === reason.item) : undefined;
  switch (reason.kind) {
    case 'input':
      return item?.input === reason.input && traits.inputs.includes(reason.input);
    case 'family':
      return item?.family === reason.family && traits.inputs.some((input) => familyOf(input) === reason.family);
    case 'route':
      return exposure.routes.includes(reason.route) && traits.routes.includes(reason.route);
    case 'system':
      return exposure.systems.includes(reason.system) && traits.systems.includes(reason.system);
    case 'dependency':
      return item !== undefined && isAbout(traits, item) && hangs(reason.hangsOn, item, exposure);
    case 'country':
      return item?.origin === reason.country && (item.share ?? 0) >= 0.5 && traits.supply.includes(reason.country);
    case 'condition':
      return isSo(reason.holds, exposure);
    case 'hazard':
      return (
        exposure.sites.some(({ name, country }) => name === reason.site && country === reason.country) &&
        traits.supply.includes(reason.country) &&
        traits.hazards.includes(reason.hazard)
      );
    case 'sector':
      return exposure.sector === reason.sector && traits.sectors.includes(reason.sector);
    case 'role':
      return reason.role === role && (lesson.roleGrades.get(role) ?? 0) >= 2;
  }
}

/** Whether a case tells of this country's government withholding this very input. */
function withheld({ hazards, leverage, inputs }: CatalogueCase, country: string, input: string | null): boolean {
  const name = new Intl.DisplayNames('en', { type: 'region' }).of(country);
  return hazards.includes('state-coercion') && leverage?.wielder === name && inputs.some((own) => own === input);
}

const familyOf = (input: string) => vocabulary.inputs.find(({ id }) => id === input)?.family;

function isAbout({ inputs }: CaseTraits, { input, family }: ExposureItem): boolean {
  return inputs.some((own) => own === input || (family !== null && familyOf(own) === family));
}

function hangs(on: string, item: ExposureItem, { home }: TeamExposure): boolean {
  if (on === 'unmapped-makers') return item.tiersMapped === 0;
  if (item.alternative === 'tested') return false;
  if (on === 'one-supplier') return item.suppliers === 1;
  return (item.share ?? 0) >= 0.8 && item.origin !== null && !home.includes(item.origin);
}

function isSo(fact: ProfileFact, exposure: TeamExposure): boolean {
  const item = 'item' in fact ? exposure.items.find(({ name }) => name === fact.item) : undefined;
  switch (fact.fact) {
    case 'stock-short':
    case 'stock-ample': {
      const same = item?.stockDays === fact.stockDays && item.recoveryDays === fact.recoveryDays;
      const cover = fact.stockDays / Math.max(1, fact.recoveryDays);
      return same && (fact.fact === 'stock-short' ? cover < 1 / 3 : fact.stockDays >= fact.recoveryDays);
    }
    case 'stock-bare':
      return item?.stockDays === fact.stockDays && item.recoveryDays === null;
    case 'licence-country':
      return (
        item?.origin === fact.country && catalogue.cases.some((entry) => withheld(entry, fact.country, item.input))
      );
    case 'foreign':
      return item?.origin === fact.country && !exposure.home.includes(fact.country);
    case 'one-country':
      return item?.origin === fact.country && (item.share ?? 0) >= 0.8 && item.alternative !== 'tested';
    case 'one-supplier':
      return item?.suppliers === 1 && item.alternative !== 'tested';
    case 'makers-unseen':
      return item?.tiersMapped === 0;
    case 'suppliers':
      return item?.suppliers === fact.suppliers && fact.suppliers >= 2;
    case 'alternative':
      return item?.alternative === fact.alternative;
    case 'recovery-long':
      return item?.recoveryDays === fact.recoveryDays && fact.recoveryDays >= 90;
    case 'essential':
    case 'lead':
    case 'leak':
    case 'upheaval':
      return item?.[fact.fact] === 'yes';
    case 'family':
      return item?.family === fact.family;
    case 'one-site':
      return exposure.sites.length === 1 && exposure.sites[0]?.name === fact.site;
    case 'sites':
      return exposure.sites.length === fact.sites && fact.sites > 1;
    case 'route':
      return exposure.routes.includes(fact.route);
    case 'system':
      return exposure.systems.includes(fact.system);
    case 'sector':
      return exposure.sector === fact.sector;
  }
}

test('no sentence that says why somebody gets a mail is false: every reason of ten thousand profiles is so', () => {
  fc.assert(
    fc.property(drawn, ({ exposure, role, lesson, kind }) => {
      const team = { exposure, textLikeness: new Map<string, number>(), joinedYears: [], signals: [] };
      for (const { caseId, reasons } of relevantCases(lesson, team, role, () => 0, usualWeights)) {
        const traits = lesson.cases.find(({ id }) => id === caseId);
        if (!traits) throw new RangeError(`${lesson.id} has no case ${caseId}.`);
        expect(reasons.filter((reason) => !holds(reason, exposure, traits, lesson, role))).toEqual([]);
        const said = reasonSentence({ reasons, occasion: { kind: 'memory' } }, speech, kind);
        // What is named belongs to this team, and a likeness is claimed of a case only where something is shared.
        for (const [name] of said.matchAll(/Thing [A-E]|Works [P-R]/g))
          expect([...exposure.items, ...exposure.sites].map((entry) => entry.name)).toContain(name);
        if (reasons.length === 0) expect(said).toBe(speech.sentences.nothingShared);
      }
    }),
    { numRuns: 10_000 },
  );
});
