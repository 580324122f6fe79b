import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { aContentFolder, type ContentFolder } from '#testing/a-content-folder.ts';

const story = 'cases/rare-earths-2010/index.mdx';
const questions = 'cases/rare-earths-2010/questions.yaml';
const mail = 'cases/rare-earths-2010/mail.yaml';

/** The library without what the case itself calls contested. */
function withoutClaims(): ContentFolder {
  const content = aContentFolder();
  const block = /^contested:\n(?: {2}.*\n)+/m;
  for (const file of [story, 'cases/rare-earths-2010/index.ja.mdx']) content.replace(file, block, '');
  content.replace(story, /, contested: \[halt-2010\]/g, '');
  content.replace(questions, / {2}contested: \[halt-2010\]\n/g, '');
  content.replace(mail, /^contested: \[halt-2010\]\n/m, '');
  return content;
}

/** The library with one contested claim, which only its `terms` say to be used. */
function withClaim(terms: string[], hedgeWords = ['denied', 'contested']): ContentFolder {
  const content = withoutClaims();
  const claim = {
    id: 'the-ban',
    claim: 'China banned the export of rare earths to Japan.',
    sides: [
      { who: 'Officials in China', says: 'There was no ban.', sources: ['cdt-2010'] },
      { who: 'The trade minister of Japan', says: 'The cargo was held on purpose.', sources: ['gta-2010'] },
    ],
    hedge: 'said in Japan, and denied by China',
    hedgeWords,
    terms,
  };
  content.replace(story, /^confidence:/m, `${stringify({ contested: [claim] })}confidence:`);
  return content;
}

const ofFile = (content: ContentFolder, file: string) => content.faults().filter((fault) => fault.file === file);

test('a claim that nothing speaks of asks nothing of anybody', () => {
  expect(withClaim(['a phrase that stands nowhere']).faults()).toEqual([]);
});

test('a claim on which a question rests is declared by it', () => {
  const faults = ofFile(withClaim(['held behind inspections and paperwork']), questions);
  expect(faults).toMatchObject([
    {
      field: 'nine-eleven-fourteen-days',
      wrong: expect.stringContaining('it speaks of what is contested'),
      mend: 'Add contested: [the-ban] to it.',
    },
  ]);
});

test('an answer that tells a contested claim without its hedge is named with the words it may use', () => {
  const content = withClaim(['the disruption reported in 2010'], ['reportedly']);
  const faults = ofFile(content, questions).filter(({ wrong }) => wrong.startsWith('it tells as certain'));
  expect(faults[0]?.mend).toBe(
    'Let it carry the hedge, "said in Japan, and denied by China", by one of these words: reportedly.',
  );
});

test('a hedge in the scene carries the answers below it', () => {
  const content = withClaim(['The disruption reported in 2010'], ['as reported']);
  const all: { id: string; scene: string; contested?: string[] }[] = parse(content.read(questions));
  const changed = all.map((question) => ({
    ...question,
    scene: `${question.scene.slice(0, 380)} As reported.`,
    contested: ['the-ban'],
  }));
  content.write(questions, stringify(changed));
  expect(ofFile(content, questions)).toEqual([]);
});

test('what is declared and never hedged is a fault even where no term is found', () => {
  const content = withClaim([], ['allegedly']);
  content.write(mail, stringify({ ...parse(content.read(mail)), contested: ['the-ban'] }));
  expect(ofFile(content, mail)).toMatchObject([{ field: 'story', wrong: expect.stringContaining('tells as certain') }]);
});

test('a claim that the case does not mark is not known', () => {
  const content = withoutClaims();
  content.write(mail, stringify({ ...parse(content.read(mail)), contested: ['the-ban'] }));
  expect(ofFile(content, mail)).toMatchObject([
    { field: 'story.contested', wrong: '"the-ban" is not known', mend: expect.stringContaining('under contested') },
  ]);
});

test('the opening of a story is held to it, paragraph by paragraph', () => {
  const faults = ofFile(withClaim(['held at the ports on purpose']), story);
  expect(faults).toMatchObject([{ field: 'body', wrong: expect.stringContaining('tells as certain') }]);
});

test('a translation carries the hedge in its own words, once it says what they are', () => {
  const content = withClaim([]);
  content.write(mail, stringify({ ...parse(content.read(mail)), contested: ['the-ban'] }));
  const told = {
    claim: '中国は日本へのレアアース輸出を禁じた。',
    sides: [
      { who: '中国の当局者', says: '禁輸はなかった。' },
      { who: '日本の担当大臣', says: '貨物は意図的に止められた。' },
    ],
    hedge: '日本側の説明。中国は否定',
    hedgeWords: ['どこにもない言葉'],
  };
  const translated = 'cases/rare-earths-2010/index.ja.mdx';
  content.replace(translated, /^confidenceNote:/m, `${stringify({ contested: [told] })}confidenceNote:`);
  const ofMail = () => ofFile(content, 'cases/rare-earths-2010/mail.ja.yaml');
  expect(ofMail()).toMatchObject([{ field: 'story', wrong: 'it tells as certain what is contested (the-ban)' }]);
  content.replace(translated, 'どこにもない言葉', '日本');
  expect(ofMail()).toEqual([]);
});
