import type { CatalogueCase, CatalogueQuestion } from '#catalogue/catalogue.ts';
import { choiceLetter } from '#catalogue/schema/question.ts';
import { formatsIn } from '#i18n/format.ts';
import type { Language } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import { answerLink } from '../answer-link.ts';
import { MailFrame } from './MailFrame.tsx';
import {
  Aside,
  Dateline,
  Decision,
  Footer,
  FooterLink,
  Headline,
  Prose,
  Scene,
  TeamToday,
  Turn,
} from './MailParts.tsx';

type Props = { story: CatalogueCase; question: CatalogueQuestion; dateline: string; turn: string; language: Language };

function linkedChoices(question: CatalogueQuestion) {
  return question.choices.map((choice, index) => ({
    letter: choiceLetter(index).toUpperCase(),
    text: choice.text,
    href: answerLink(choiceLetter(index)),
  }));
}

/** The story told so that it can be learned from without a click, then the decision. */
export function CaseMail({ story, question, dateline, turn, language }: Props) {
  const words = wordsIn(language).mail;
  return (
    <MailFrame
      language={language}
      title={story.mail.subject}
      preheader={story.mail.preheader}
      addressee="%%addressee%%"
      footer={
        <Footer words={words} language={language}>
          <FooterLink href="%%caseUrl%%">{words.foot.readCase}</FooterLink>
        </Footer>
      }
    >
      <Headline>{story.mail.subject}</Headline>
      <Dateline place={dateline} why="%%why%%" words={words} />
      <Prose paragraphs={story.mail.story} />
      <Turn>{turn}</Turn>
      <Decision words={words} ask={question.ask} choices={linkedChoices(question)}>
        <Scene>{question.scene}</Scene>
      </Decision>
      <Aside label={words.monday}>%%monday%%</Aside>
      <TeamToday label={formatsIn(language).lead(words.teamToday)} />
    </MailFrame>
  );
}

/** A new question on a lesson met before: no story, or it would answer for the reader. */
export function RecallMail({ question, dateline, language }: Omit<Props, 'story' | 'turn'>) {
  const words = wordsIn(language).mail;
  return (
    <MailFrame
      language={language}
      title={question.subject}
      preheader={question.ask}
      addressee="%%addressee%%"
      footer={
        <Footer words={words} language={language}>
          <FooterLink href="%%caseUrl%%">{words.foot.readCase}</FooterLink>
        </Footer>
      }
    >
      <Headline>{question.subject}</Headline>
      <Dateline place={dateline} why="%%why%%" words={words} />
      <Decision words={words} ask={question.ask} choices={linkedChoices(question)}>
        <Scene>{question.scene}</Scene>
      </Decision>
      <TeamToday label={formatsIn(language).lead(words.teamToday)} />
    </MailFrame>
  );
}
