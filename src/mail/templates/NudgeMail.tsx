import type { CatalogueCase, CatalogueQuestion } from '../../catalogue/catalogue.ts';
import { choiceLetter } from '../../catalogue/question.ts';
import { MailFrame } from './MailFrame.tsx';
import { Aside, Dateline, Decision, Footer, Headline, Prose, TeamToday } from './MailParts.tsx';

type Props = { story: CatalogueCase; question: CatalogueQuestion; dateline: string; language: string };

function linkedChoices(question: CatalogueQuestion) {
  return question.choices.map((choice, index) => ({
    text: choice.text,
    href: `%%answerUrl%%?choice=${choiceLetter(index)}`,
  }));
}

/** The story told so that it can be learned from without a click, then the decision. */
export function CaseMail({ story, question, dateline, language }: Props) {
  return (
    <MailFrame
      language={language}
      title={story.mail.subject}
      preheader={story.mail.preheader}
      addressee="%%addressee%%"
      footer={<Footer />}
    >
      <Headline>{story.mail.subject}</Headline>
      <Dateline place={dateline} why="%%why%%" />
      <Prose paragraphs={story.mail.story} />
      <Decision scene={question.scene} ask={question.ask} choices={linkedChoices(question)} />
      <Aside label="One thing for Monday.">{story.monday.action}</Aside>
      <TeamToday />
    </MailFrame>
  );
}

/** A new question on a lesson met before: no story, or it would answer for the reader. */
export function RecallMail({ question, dateline, language, subject }: Omit<Props, 'story'> & { subject: string }) {
  return (
    <MailFrame
      language={language}
      title={subject}
      preheader={question.ask}
      addressee="%%addressee%%"
      footer={<Footer />}
    >
      <Headline>{subject}</Headline>
      <Dateline place={dateline} why="%%why%%" />
      <Decision scene={question.scene} ask={question.ask} choices={linkedChoices(question)} />
      <TeamToday />
    </MailFrame>
  );
}
