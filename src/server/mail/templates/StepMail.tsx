import type { ReactNode } from 'react';
import type { LessonStep } from '#catalogue/asked.ts';
import type { Lesson } from '#catalogue/catalogue.ts';
import { formatsIn } from '#i18n/format.ts';
import type { Language } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import { ash, ember, ink } from '../colours.ts';
import { stepChoices } from '../step-choices.ts';
import { useFaces } from './faces.ts';
import { MailFrame } from './MailFrame.tsx';
import { Aside, Dateline, Decision, Footer, FooterLink, Headline, TeamToday } from './MailParts.tsx';
import { Phrases } from './Phrases.tsx';

type Props = { subject: string; lesson: Pick<Lesson, 'rule'>; step: LessonStep; language: Language };

/** A rule, and the one step that goes with it. */
export function ApplyMail({ subject, lesson, step, language }: Props) {
  const { mail, authority } = wordsIn(language);
  const { minutes, sentence, gap } = formatsIn(language);
  const effort = [minutes(step.minutes), authority[step.authority]].map(sentence).join(gap);
  return (
    <StepFrame subject={subject} step={step} language={language}>
      <Headline>{lesson.rule}</Headline>
      <Dateline place={mail.apply.lead} why="%%why%%" words={mail} />
      <Decision words={mail} ask={mail.apply.ask} choices={stepChoices('apply', language)}>
        <Step label={mail.apply.step} action={step.action} effort={effort} />
      </Decision>
    </StepFrame>
  );
}

/** Asks once what became of a step that was promised. */
export function DidYouMail({ subject, lesson, step, language }: Props) {
  const { mail } = wordsIn(language);
  return (
    <StepFrame subject={subject} step={step} language={language}>
      <Headline>{mail['did-you'].heading}</Headline>
      <Dateline place={mail['did-you'].lead} why="%%why%%" words={mail} />
      <Decision words={mail} ask={mail['did-you'].ask} choices={stepChoices('did-you', language)}>
        <Step label={mail['did-you'].step} action={step.action} />
      </Decision>
      <Aside label={formatsIn(language).lead(mail['did-you'].rule)}>{lesson.rule}</Aside>
    </StepFrame>
  );
}

function StepFrame({ subject, step, language, children }: Omit<Props, 'lesson'> & { children: ReactNode }) {
  const words = wordsIn(language).mail;
  return (
    <MailFrame
      language={language}
      title={subject}
      preheader={step.action}
      addressee="%%addressee%%"
      footer={
        <Footer words={words} language={language}>
          <FooterLink href="%%caseUrl%%">{words.foot.readBehind}</FooterLink>
        </Footer>
      }
    >
      {children}
      <TeamToday label={formatsIn(language).lead(words.teamToday)} />
    </MailFrame>
  );
}

function Step({ label, action, effort }: { label: string; action: string; effort?: string }) {
  const { sans, serif } = useFaces();
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={{ margin: '0 0 24px' }}>
      <tbody>
        <tr>
          <td className="edge" style={{ borderLeft: `3px solid ${ember}`, padding: '2px 0 2px 16px' }}>
            <p className="ash" style={{ margin: '0 0 4px', font: `600 13px/1.5 ${sans}`, color: ash }}>
              {label}
            </p>
            <p className="ink phrases" style={{ margin: 0, font: `400 20px/1.45 ${serif}`, color: ink }}>
              <Phrases>{action}</Phrases>
            </p>
            {effort && (
              <p className="ash" style={{ margin: '8px 0 0', font: `400 14px/1.5 ${sans}`, color: ash }}>
                {effort}
              </p>
            )}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
