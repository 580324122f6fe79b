import type { Catalogue, CatalogueCase, CatalogueQuestion, Lesson, Library, Module } from '#catalogue/catalogue.ts';
import type { OfficialList } from '#catalogue/schema/official-list.ts';
import type { Term } from '#catalogue/schema/vocabulary.ts';

const lessonIds = ['keep-stock', 'know-your-maker', 'second-source', 'write-it-down'] as const;
const caseIds = ['flood-2011', 'fire-1997', 'storm-2017'] as const;

/** The two cases that `keep-stock`, and no other lesson, sets side by side. */
export const comparedCases = { left: 'fire-1997', right: 'storm-2017' } as const;

const aComparison = {
  ...comparedCases,
  shared: ['The stock lasted for days.', 'Nobody could make the part for weeks.'],
  differs: 'One plant burned down, the other stood without power.',
};

const aTerm = (id: string, family: string): Term => ({
  id,
  family,
  label: `${id.charAt(0).toUpperCase()}${id.slice(1)}`,
  synonyms: [],
});

const terms = (...ids: string[]): Term[] =>
  ids.map((id) => ({ id, label: `${id.charAt(0).toUpperCase()}${id.slice(1)}`, synonyms: [] }));

/** Four lessons, three cases that teach all of them, one question for each pair (`flood-2011/keep-stock`), one comparison, and a module of three lessons. */
export function aCatalogue(): Catalogue {
  return {
    language: 'en',
    cases: caseIds.map(aCase),
    lessons: lessonIds.map(aLesson),
    modules: [aModule('first-week', ['keep-stock', 'know-your-maker', 'second-source'])],
    instruments: [],
    jurisdictions: [],
    glossary: [],
    lists: { 'strategic-sectors': anEmptyList(), 'critical-materials': anEmptyList() },
    vocabulary: {
      hazards: terms('flood', 'fire', 'storm'),
      sectors: terms('motor', 'pharma'),
      inputs: [aTerm('microcontrollers', 'chip'), aTerm('saline', 'medical'), aTerm('brake-valves', 'part')],
      families: terms('chip', 'medical', 'part'),
      roles: terms('buyer', 'planner', 'quality'),
      dependencies: terms('single-site', 'many-sites'),
      routes: terms('red-sea'),
      systems: terms('order-link'),
    },
    starters: [
      {
        sector: 'motor',
        items: [
          { input: 'microcontrollers', name: 'Control chips' },
          { input: 'brake-valves', name: 'Valves' },
        ],
        routes: ['red-sea'],
        systems: ['order-link'],
      },
      { role: 'quality', items: [{ input: 'saline', name: 'Rinsing saline' }], systems: [] },
    ],
  };
}

function anEmptyList(): OfficialList {
  return { title: 'A list', by: 'A ministry', sources: [], checkedOn: '2026-11', entries: [] };
}

/** The same catalogue in both languages; in Japanese only `flood-2011` and the words for things are told. */
export function aLibrary(): Library {
  const en = aCatalogue();
  const inputs = en.vocabulary.inputs.map((term) => ({ ...term, label: `日本語の${term.id}` }));
  const cases = en.cases.map((entry) => (entry.id === 'flood-2011' ? aCaseInJapanese(entry) : entry));
  return { en, ja: { ...en, language: 'ja', cases, vocabulary: { ...en.vocabulary, inputs } } };
}

function aCaseInJapanese(entry: CatalogueCase): CatalogueCase {
  return {
    ...entry,
    toldIn: 'ja',
    place: '茨城県ひたちなか市',
    mail: {
      ...entry.mail,
      subject: '工場がなくなった',
      preheader: '部品の唯一の供給元でした。',
      story: ['工場が失われました。'],
    },
    questions: entry.questions.map((question) => ({
      ...question,
      scene: '在庫は4日分。工場はもうありません。',
      ask: 'まず何をしますか。',
      subject: '在庫は4日分、工場はない',
    })),
  };
}

export function aModule(id: string, lessons: string[]): Module {
  return {
    id,
    title: id,
    purpose: 'The lessons that a new colleague needs in the first week.',
    audience: ['buyer'],
    minutes: 20,
    lessons,
    toldIn: 'en',
  };
}

const noGrades = {
  buyer: 0,
  planner: 0,
  logistics: 0,
  quality: 0,
  engineering: 0,
  it: 0,
  sales: 0,
  finance: 0,
  legal: 0,
  hr: 0,
} as const;

function aLesson(id: string): Lesson {
  return {
    id,
    rule: `The rule of ${id}.`,
    why: 'Because it was learned before, and forgotten, and learned again.',
    roles: ['buyer', 'planner'],
    stake: 3,
    grades: { ...noGrades, buyer: 3, planner: 2 },
    reach: 1.5,
    when: [{ stock: 'short' }],
    steps: [
      {
        roles: ['buyer', 'planner'],
        name: 'where the part is made',
        action: 'Ask one supplier where the part is made.',
        authority: 'individual',
        minutes: 30,
      },
      {
        roles: ['quality', 'it'],
        name: 'what a test would have found',
        action: 'Write down which test would have found a changed maker.',
        authority: 'individual',
        minutes: 20,
      },
    ],
    comparisons: id === 'keep-stock' ? [aComparison] : [],
    caseIds: [...caseIds],
    questionIds: caseIds.map((caseId) => `${caseId}/${id}`),
    toldIn: 'en',
    comparisonsToldIn: 'en',
  };
}

/** The right answer is `b`. */
function aQuestion(caseId: string, lesson: string): CatalogueQuestion {
  return {
    id: `${caseId}/${lesson}`,
    caseId,
    lesson,
    roles: ['buyer'],
    scene: 'You hold stock for four days, and the plant is gone.',
    ask: 'What do you do first?',
    subject: 'Four days of stock, and no plant',
    choices: [
      {
        id: 'wait-for-news',
        text: 'Wait for news',
        tempts: 'News will come anyway.',
        costs: 'The days in which others decide.',
      },
      {
        id: 'ask-the-maker',
        text: 'Ask who makes the part',
        because: 'Only the maker knows how long it will take to make it again.',
      },
    ],
    sources: [],
  };
}

function aCase(id: string, index: number): CatalogueCase {
  const side = {
    who: 'A maker',
    figure: '4 days',
    text: 'It asked first, and ordered before the others had met.',
    sources: ['a-paper'],
  };
  return {
    id,
    title: `The story of ${id}`,
    dek: 'A plant was lost, and with it the one address of a part.',
    place: 'Naka, Japan',
    location: { latitude: 36, longitude: 140 },
    countries: ['JP'],
    supply: ['JP'],
    event: { start: `20${10 + index}-03-11` },
    kind: 'disruption',
    hazards: ['flood'],
    sectors: ['motor'],
    inputs: ['microcontrollers'],
    dependencies: ['single-site'],
    routes: [],
    systems: [],
    roles: ['buyer', 'planner'],
    colours: [],
    colourReason: 'No policy colour was claimed for it at the time.',
    pillar: 'autonomy',
    impact: [],
    timeline: [],
    contrast: { left: side, right: side },
    fading: { record: 'forgotten', moments: [] },
    monday: {
      action: 'Ask one supplier where the part is made.',
      authority: 'individual',
      minutes: 30,
      roles: ['buyer'],
    },
    board: { cost: 'Some hours of a buyer.', opportunity: 'Weeks of production.', sources: [] },
    decision: 'keep-stock',
    contested: [],
    contestedToldIn: 'en',
    lessons: lessonIds.map((lesson) => ({ id: lesson, here: 'It shows the lesson in one plant and one part.' })),
    confidence: 'high',
    confidenceNote: 'Two sources agree on every figure.',
    readingMinutes: 5,
    opening: ['The water came at night, and the plant was gone by morning.'],
    toldIn: 'en',
    behind: false,
    mail: {
      subject: 'A plant is gone',
      preheader: 'And with it the one address.',
      minutes: 2,
      story: ['A plant was lost.'],
    },
    sources: [],
    questions: lessonIds.map((lesson) => aQuestion(id, lesson)),
  };
}
