import { expect, test } from 'vitest';
import { comparisonId, stepId } from '#catalogue/asked.ts';
import { usualWeights } from '#core/exposure/weights.ts';
import { type NudgeKind, nudgeKinds } from '#core/planning/nudge-kinds.ts';
import { keyringOf } from '#server/keys/keyring.ts';
import { templateKey } from '#server/mail/mail-template.ts';
import { shelfOf } from '#server/mail/template-shelf.ts';
import { aLibrary, comparedCases } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import type { NudgeRenderer } from './compose-nudge.ts';
import { previewNudge } from './preview-nudge.ts';

const now = Date.parse('2026-11-24T08:30:00Z');

const keys: Record<NudgeKind, string> = {
  case: templateKey('fire-1997/keep-stock', 'case', 'en'),
  recall: templateKey('fire-1997/keep-stock', 'recall', 'en'),
  compare: templateKey(comparisonId('keep-stock', comparedCases), 'compare', 'en'),
  apply: templateKey(stepId('keep-stock', { roles: ['buyer'] }), 'apply', 'en'),
  'did-you': templateKey(stepId('keep-stock', { roles: ['buyer'] }), 'did-you', 'en'),
};

async function aRenderer(): Promise<NudgeRenderer> {
  const db = await aStore();
  await aTeamInStore(db, ['Mei'], now);
  const drawn = Object.values(keys).map((key) => [key, { subject: key, html: '', text: '%%why%% %%answerUrl%%' }]);
  const templates = shelfOf(Object.fromEntries(drawn));
  return {
    db,
    library: aLibrary(),
    templates,
    keys: keyringOf('a secret', []),
    siteUrl: 'https://nodomoto.example',
    from: 'nudge@x.example',
    replyTo: null,
    smallestTeam: 3,
    kept: { months: 24, shown: 'done' },
  };
}

const request = { lessonId: 'keep-stock', now, weights: usualWeights };

const mei = ({ db }: NudgeRenderer) =>
  db.selectFrom('person').selectAll().where('name', '=', 'Mei').executeTakeFirstOrThrow();

test.each(nudgeKinds)('a lesson is previewed as a mail of the kind %s, and nothing is saved', async (kind) => {
  const renderer = await aRenderer();
  const outcome = await previewNudge(renderer, { ...request, person: await mei(renderer), kind });
  expect(outcome).toMatchObject({ ok: true, mail: { subject: keys[kind] } });
  expect(outcome.ok && outcome.mail.text).toMatch(
    kind === 'did-you'
      ? /^You said you would take this step\. /
      : kind === 'case'
        ? /^Your team depends on “Brake controller” \(microcontrollers\)\. So did they\. /
        : /^Of “Brake controller” your team holds \d+ days; to get it again would take \d+\. This rule is for that\. /,
  );
  expect(await renderer.db.selectFrom('nudge').selectAll().execute()).toEqual([]);
});

test.each([
  ['a lesson without a comparison', { lessonId: 'second-source', kind: 'compare' }, 'not-of-this-kind'],
  ['a lesson nobody has written', { lessonId: 'no-lesson', kind: 'case' }, 'no-such-lesson'],
  ['somebody unknown', { person: undefined, kind: 'case' }, 'no-such-person'],
] as const)('%s is named', async (_, differing, reason) => {
  const renderer = await aRenderer();
  const wanted = { ...request, person: await mei(renderer), ...differing };
  expect(await previewNudge(renderer, wanted)).toEqual({ ok: false, reason });
});
