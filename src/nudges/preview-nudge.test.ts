import { expect, test } from 'vitest';
import { comparisonId, stepId } from '#catalogue/asked.ts';
import { usualWeights } from '#exposure/weights.ts';
import { stencilKey } from '#mail/stencil.ts';
import { type NudgeKind, nudgeKinds } from '#planning/world.ts';
import { aLibrary, comparedCases } from '#testing/a-catalogue.ts';
import { secret } from '#testing/a-sent-nudge.ts';
import { aStore } from '#testing/a-store.ts';
import { aTeamInStore, emailOf } from '#testing/a-team-in-store.ts';
import type { NudgePress } from './compose-nudge.ts';
import { previewNudge } from './preview-nudge.ts';

const now = Date.parse('2026-11-24T08:30:00Z');

const keys: Record<NudgeKind, string> = {
  case: stencilKey('fire-1997/keep-stock', 'case', 'en'),
  recall: stencilKey('fire-1997/keep-stock', 'recall', 'en'),
  compare: stencilKey(comparisonId('keep-stock', comparedCases), 'compare', 'en'),
  apply: stencilKey(stepId('keep-stock'), 'apply', 'en'),
  'did-you': stencilKey(stepId('keep-stock'), 'did-you', 'en'),
};

async function aPress(): Promise<NudgePress> {
  const db = await aStore();
  await aTeamInStore(db, ['Mei'], now);
  const drawn = Object.values(keys).map((key) => [key, { subject: key, html: '', text: '%%why%% %%answerUrl%%' }]);
  const stencils = Object.fromEntries(drawn);
  return { db, library: aLibrary(), stencils, secret, siteUrl: 'https://nodomoto.example', from: 'nudge@x.example' };
}

const request = { lessonId: 'keep-stock', email: emailOf('Mei'), now, weights: usualWeights };

test.each(nudgeKinds)('a lesson is previewed as a mail of the kind %s, and nothing is saved', async (kind) => {
  const press = await aPress();
  const outcome = await previewNudge(press, { ...request, kind });
  expect(outcome).toMatchObject({ ok: true, mail: { subject: keys[kind] } });
  expect(outcome.ok && outcome.mail.text).toMatch(
    kind === 'did-you' ? /^You said you would take this step\. / : /^Your team depends on microcontrollers\. /,
  );
  expect(await press.db.selectFrom('nudge').selectAll().execute()).toEqual([]);
});

test.each([
  ['a lesson without a comparison', { lessonId: 'second-source', kind: 'compare' }, 'not-of-this-kind'],
  ['a lesson nobody has written', { lessonId: 'no-lesson', kind: 'case' }, 'no-such-lesson'],
  ['somebody unknown', { email: 'nobody@kazehaya.example', kind: 'case' }, 'no-such-person'],
] as const)('%s is named', async (_, differing, reason) => {
  expect(await previewNudge(await aPress(), { ...request, ...differing })).toEqual({ ok: false, reason });
});
