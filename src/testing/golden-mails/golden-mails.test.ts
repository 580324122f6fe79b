import { expect, test } from 'vitest';
import { readLibrary } from '#catalogue/read/read-content.ts';
import { nudgeKinds } from '#core/planning/nudge-kinds.ts';
import { languages } from '#i18n/languages.ts';
import { renderTemplates } from '#server/mail/templates/render-templates.tsx';
import { GoldenPress } from './golden-mails.ts';
import { readMail } from './read-mail.ts';
import { mailRules } from './rules/mail-rules.ts';
import { spoil } from './spoil.ts';

const library = readLibrary('content');
const templates = Object.fromEntries(await Array.fromAsync(renderTemplates(library)));
const toEveryReader = await GoldenPress.everyReader(library, templates);
const read = await Promise.all(toEveryReader.map(readMail));

test.each(mailRules)('every kind in every language, to whomever: $name', ({ faults }) => {
  const wrong = read
    .map((mail) => ({ mail: mail.name, faults: faults(mail) }))
    .filter((entry) => entry.faults.length > 0);
  expect(wrong).toEqual([]);
});

/** What asks after a step says the same of it, and is among those above. */
const asked = nudgeKinds
  .filter((kind) => kind !== 'did-you')
  .flatMap((kind) => languages.map((language) => ({ kind, language })));

test.each(asked)(
  'every $kind that the library has ($language) keeps every rule',
  async (those) => {
    const wrong = [];
    for (const mail of await GoldenPress.everyThingAsked(library, templates, those)) {
      const parts = await readMail(mail);
      for (const { name, faults } of mailRules)
        wrong.push(...faults(parts).map((fault) => `${name}: ${fault} (${mail.name})`));
    }
    expect(wrong).toEqual([]);
  },
  60_000,
);

test.each(mailRules)('finds the fault that it is there for: $name', async ({ faults, spoiling }) => {
  const good = toEveryReader.find(({ kind, language }) => kind === 'case' && language === 'en');
  if (!good) throw new RangeError('There is no golden mail of a case.');
  expect(faults(await readMail(await spoil(good, spoiling)))).not.toEqual([]);
});
