import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparisonId, stepId } from '#catalogue/asked.ts';
import { versionNow } from '#catalogue/asked-version.ts';
import type { Catalogue, CatalogueQuestion, Library } from '#catalogue/catalogue.ts';
import { choiceLetter, isRight } from '#catalogue/schema/question.ts';
import type { NudgeKind } from '#core/planning/nudge-kinds.ts';
import { aLibrary, comparedCases } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { answerContext, aSentNudge } from '#testing/a-sent-nudge.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { keepAskedVersion } from './asked-versions.ts';
import { openNudge } from './open-nudge.ts';
import { recordAnswer } from './record-answer.ts';

const now = Date.parse('2026-11-24T08:30:00Z');
const asked = 'flood-2011/keep-stock';

/** A question of four choices; the right one is the second. */
function fourChoices(question: CatalogueQuestion): CatalogueQuestion {
  const [wait, ask] = question.choices;
  const more = ['call-the-bank', 'buy-a-plant'].map((id) => ({ id, text: id, tempts: 'It is quick.', costs: 'All.' }));
  return { ...question, choices: [wait, ask, ...more].flatMap((choice) => choice ?? []) };
}

const library = editedQuestions(aLibrary(), fourChoices);

function editedQuestions(from: Library, edit: (question: CatalogueQuestion) => CatalogueQuestion | null): Library {
  const edited = (catalogue: Catalogue): Catalogue => ({
    ...catalogue,
    cases: catalogue.cases.map((entry) => ({
      ...entry,
      questions: entry.questions.flatMap((question) => (question.id === asked ? (edit(question) ?? []) : question)),
    })),
  });
  return { en: edited(from.en), ja: edited(from.ja) };
}

type Edit =
  | { does: 'turn'; by: number }
  | { does: 'reword' | 'drop' | 'make-right'; at: number }
  | { does: 'remove' | 'remove-case' | 'remove-lesson' };

const anEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ does: fc.constant('turn' as const), by: fc.nat(3) }),
  fc.record({ does: fc.constantFrom('reword' as const, 'drop' as const, 'make-right' as const), at: fc.nat(3) }),
  fc.record({ does: fc.constantFrom('remove' as const, 'remove-case' as const, 'remove-lesson' as const) }),
);

function apply(from: Library, edit: Edit): Library {
  switch (edit.does) {
    case 'turn':
      return editedQuestions(from, ({ choices, ...rest }) => ({
        ...rest,
        choices: [...choices.slice(edit.by), ...choices.slice(0, edit.by)],
      }));
    case 'reword':
    case 'drop':
    case 'make-right':
      return editedQuestions(from, (question) => ({ ...question, choices: changed(question.choices, edit) }));
    case 'remove':
      return editedQuestions(from, () => null);
    case 'remove-case':
      return eachOf(from, (catalogue) => ({ ...catalogue, cases: catalogue.cases.slice(1) }));
    case 'remove-lesson':
      return eachOf(from, (catalogue) => ({ ...catalogue, lessons: catalogue.lessons.slice(1) }));
  }
}

function changed(
  choices: CatalogueQuestion['choices'],
  { does, at }: { does: 'reword' | 'drop' | 'make-right'; at: number },
) {
  if (does === 'drop') return choices.filter((_, index) => index !== at);
  if (does === 'reword')
    return choices.map((choice, index) => (index === at ? { ...choice, text: 'Reworded' } : choice));
  return choices.map(({ id, text }, index) =>
    index === at
      ? { id, text, because: 'It turned out so.' }
      : { id, text, tempts: 'Once it held.', costs: 'Not now.' },
  );
}

const eachOf = (from: Library, edit: (catalogue: Catalogue) => Catalogue): Library => ({
  en: edit(from.en),
  ja: edit(from.ja),
});

async function aMail(kind: NudgeKind = 'recall', question = asked) {
  const db = await aStore();
  await aTeamInStore(db, ['Mei'], now);
  const nudge = await aSentNudge(db, 'Mei', now, { kind });
  const version = versionNow(library.en, { question_id: question, case_id: 'flood-2011' });
  if (!version) throw new Error('The library does not ask it.');
  const digest = await keepAskedVersion(db, version, now);
  await db.updateTable('message').set({ asked: digest }).where('id', '=', nudge.messageId).execute();
  const under = (given: Library) => ({ ...answerContext(db), library: given });
  const opened = async (given: Library) => {
    const lookup = await openNudge(under(given), nudge.token, now);
    if (!lookup.ok) throw new Error(lookup.reason);
    return lookup.found;
  };
  return { db, version, under, opened, ...nudge };
}

test('whatever is edited between mail and answer, an answer is judged as when it was mailed, by its letter in the mail or its id', async () => {
  const { db, under, token, version } = await aMail();
  if (version.asked.kind !== 'question') throw new Error('Not a question.');
  const { choices } = version.asked.question;
  await fc.assert(
    fc.asyncProperty(fc.array(anEdit, { maxLength: 6 }), fc.nat(3), fc.boolean(), async (edits, at, byLetter) => {
      const edited = edits.reduce(apply, library);
      const choice = choices[at];
      if (!choice) throw new Error('There are four.');
      const fields = { choice: byLetter ? choiceLetter(at) : choice.id, sureness: 'sure' };
      await db.deleteFrom('answer').execute();
      expect(await recordAnswer(under(edited), token, fields, now)).toEqual({ ok: true });
      expect(await db.selectFrom('answer').select(['choice', 'right']).execute()).toEqual([
        { choice: choice.id, right: isRight(choice) ? 1 : 0 },
      ]);
    }),
    { numRuns: 60 },
  );
});

test('whatever is edited after the answer, its page shows what was mailed', async () => {
  const { opened, version } = await aMail();
  await fc.assert(
    fc.asyncProperty(fc.array(anEdit, { maxLength: 6 }), async (edits) => {
      const found = await opened(edits.reduce(apply, library));
      expect([found.asked, found.story]).toEqual([version.asked, version.story]);
    }),
    { numRuns: 60 },
  );
});

const sinceAfter = async (edits: Edit[]) => (await (await aMail()).opened(edits.reduce(apply, library))).since;

test('the page says nothing where nothing, or only the order, has changed', async () => {
  expect(await sinceAfter([])).toEqual({ kind: 'same' });
  expect(await sinceAfter([{ does: 'turn', by: 2 }])).toEqual({ kind: 'same' });
});

test('it says that a question was reworded, and what the library holds for right by now', async () => {
  expect(await sinceAfter([{ does: 'reword', at: 0 }])).toEqual({ kind: 'changed', rightNow: null });
  expect(await sinceAfter([{ does: 'make-right', at: 2 }])).toEqual({
    kind: 'changed',
    rightNow: { text: 'call-the-bank', because: 'It turned out so.' },
  });
});

test('it says that a question is gone, and links to no page that is', async () => {
  const { opened } = await aMail();
  expect(await opened(apply(library, { does: 'remove' }))).toMatchObject({
    since: { kind: 'gone' },
    published: { story: true, lesson: true },
  });
  const without = [{ does: 'remove-case' } as const, { does: 'remove-lesson' } as const];
  expect(await opened(without.reduce(apply, library))).toMatchObject({
    since: { kind: 'gone' },
    published: { story: false, lesson: false },
  });
});

test('a comparison and a step are answered as they were mailed, though the library has lost both', async () => {
  const gone: Library = eachOf(library, (catalogue) => ({ ...catalogue, lessons: [], cases: [] }));
  for (const [kind, id, choice] of [
    ['compare', comparisonId('keep-stock', comparedCases), 'partly'],
    ['apply', stepId('keep-stock', { roles: ['buyer'] }), 'done'],
  ] as const) {
    const { db, under, opened, token, version } = await aMail(kind, id);
    expect((await opened(gone)).asked).toEqual(version.asked);
    expect(await recordAnswer(under(gone), token, { choice }, now)).toEqual({ ok: true });
    expect(await db.selectFrom('answer').select(['choice', 'right']).execute()).toEqual([{ choice, right: 1 }]);
  }
});

test('a version is kept once for all whom it is asked of', async () => {
  const { db, version } = await aMail();
  const again = versionNow(library.en, { question_id: asked, case_id: 'flood-2011' });
  expect(again).toEqual(version);
  await keepAskedVersion(db, version, now + 1);
  expect(await db.selectFrom('asked_version').select('first_at').execute()).toEqual([{ first_at: now }]);
});
