import type { CatalogueCase, Library } from '#catalogue/catalogue.ts';
import type { ReadPiece } from '#catalogue/pieces/check-piece.ts';
import { joinPieces } from '#catalogue/pieces/join-pieces.ts';
import { reasonWords } from '#catalogue/reason-words.ts';
import { localDate } from '#core/planning/calendar/calendar.ts';
import { reasonSentence } from '#core/planning/reason-sentence.ts';
import { TeamSituation } from '#core/planning/team-situation.ts';
import { formatsIn } from '#i18n/format.ts';
import { firstLanguage, perLanguage } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import type { Instant } from '#server/database/schema.ts';
import { fillTemplate } from '#server/mail/fill-template.ts';
import { type MailTemplate, type MailTemplates, templateKey } from '#server/mail/mail-template.ts';
import type { Planner } from '#server/nudges/plan-nudges.ts';
import { plannableLessons } from '#server/nudges/plannable-lessons.ts';
import { readTeam } from '#server/nudges/read-teams.ts';
import { reasonSpeech } from '#server/nudges/reason-speech.ts';

export const previewKinds = ['case', 'recall'] as const;
export type PreviewKind = (typeof previewKinds)[number];

export type MailAsked = {
  piece: Extract<ReadPiece, { kind: 'case' }>;
  entry: CatalogueCase;
  /** In the catalogue, with its case: `house-x/the-decision`. */
  questionId: string;
  kind: PreviewKind;
  /** A team of whoever asks, or nobody's. */
  team: { id: number; name: string } | null;
  /** Stands for whoever would get it: nobody's name is shown. */
  reader: string;
};

type PreviewParts = { planner: Planner; draw: (library: Library) => Promise<MailTemplates>; siteUrl: string };

/** A draft as the mail that somebody in a team would get. Its links lead nowhere, and nothing is kept. */
export async function previewMail(
  { planner, draw, siteUrl }: PreviewParts,
  asked: MailAsked,
  now: Instant,
): Promise<MailTemplate | null> {
  const { entry, questionId, kind, team, reader } = asked;
  const alone = { ...planner.catalogue, cases: [entry], lessons: [] };
  const templates = await draw(perLanguage((language) => ({ ...alone, language })));
  const template = templates[templateKey(questionId, kind, firstLanguage)];
  const question = entry.questions.find(({ id }) => id === questionId);
  if (!template || !question) return null;
  const words = wordsIn(firstLanguage).mail;
  const roles = entry.monday.roles.map((role) => reasonWords(planner.catalogue).role(role).toLowerCase());
  const nowhere = `${siteUrl}/`;
  const placeholders = {
    addressee: team ? words.addressee(reader, team.name) : reader,
    why: team ? await whyThisTeam(planner, asked, team.id, question.lesson, question.roles[0] ?? 'buyer', now) : '',
    siteUrl,
    monday:
      kind === 'case' ? entry.monday.action : words.passOn(formatsIn(firstLanguage).list(roles), entry.monday.action),
    answerUrl: nowhere,
    caseUrl: nowhere,
    preferencesUrl: nowhere,
    pace: words.paces.weekly,
    unsubscribeUrl: nowhere,
    kept: '',
    ownPageUrl: nowhere,
    teamLine: words.teamTooSmall,
  };
  return fillTemplate(template, placeholders, []);
}

/** What the team has in common with the case, as the planner would weigh it. */
async function whyThisTeam(
  planner: Planner,
  { piece, entry, kind }: MailAsked,
  teamId: number,
  lessonId: string,
  role: string,
  now: Instant,
): Promise<string> {
  const others = planner.catalogue.cases.filter(({ id }) => id !== entry.id);
  const catalogue = joinPieces({ ...planner.catalogue, cases: others }, [piece]);
  const team = await readTeam(planner.db, catalogue, teamId, now);
  const lesson = plannableLessons(catalogue).find(({ id }) => id === lessonId);
  if (!team || !lesson) return '';
  const situation = new TeamSituation(team, localDate(now, 'UTC').toString(), planner.weights);
  const relevance = situation.casesFor(lesson, role).find(({ caseId }) => caseId === entry.id);
  return reasonSentence(
    { reasons: relevance?.reasons ?? [], occasion: { kind: 'memory' } },
    reasonSpeech(catalogue),
    kind,
  );
}
