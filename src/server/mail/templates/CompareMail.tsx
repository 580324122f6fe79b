import { addressesIn } from '#catalogue/addresses.ts';
import type { CatalogueCase } from '#catalogue/catalogue.ts';
import { eventName } from '#catalogue/queries/event-name.ts';
import { formatsIn } from '#i18n/format.ts';
import type { Language } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import { ash, ember, ink, onEmber, rule } from '../colours.ts';
import { shortDek } from '../short-dek.ts';
import { useFaces } from './faces.ts';
import { MailFrame } from './MailFrame.tsx';
import { Dateline, Footer, Headline, Scene, TeamToday } from './MailParts.tsx';
import { Phrases } from './Phrases.tsx';

type Props = { subject: string; pair: readonly [CatalogueCase, CatalogueCase]; language: Language };

/** Two cases, and the question what they share. The rule is not in the mail: it comes after the reader has looked for it (Alfieri et al. 2013). */
export function CompareMail({ subject, pair, language }: Props) {
  const words = wordsIn(language).mail;
  const format = formatsIn(language);
  return (
    <MailFrame
      language={language}
      title={subject}
      preheader={pair.map(({ title }) => format.sentence(title)).join(format.gap)}
      addressee="%%addressee%%"
      footer={<Footer words={words} language={language} />}
    >
      <Headline>{words.compare.heading}</Headline>
      <Dateline place={words.compare.lead} why="%%why%%" words={words} />
      {pair.map((story) => (
        <CaseInBrief key={story.id} story={story} language={language} />
      ))}
      <AskToLook words={words} />
      <TeamToday label={format.lead(words.teamToday)} />
    </MailFrame>
  );
}

function CaseInBrief({ story, language }: { story: CatalogueCase; language: Language }) {
  const { sans, serif } = useFaces();
  return (
    <tr>
      <td className="rule" style={{ borderTop: `1px solid ${rule}`, padding: '14px 0 8px' }}>
        <p className="ash" style={{ margin: '0 0 4px', font: `400 13px/1.5 ${sans}`, color: ash }}>
          {eventName(story)}
        </p>
        <h2 className="phrases" style={{ margin: '0 0 6px', font: `400 21px/1.25 ${serif}` }}>
          <a
            className="ink"
            href={`%%siteUrl%%${addressesIn(language).case(story.id)}`}
            style={{ color: ink, textDecoration: 'none' }}
          >
            <Phrases>{story.title}</Phrases>
          </a>
        </h2>
        <Scene>{shortDek(story.dek, language)}</Scene>
      </td>
    </tr>
  );
}

/** The question, time to think, and one button. */
function AskToLook({ words }: { words: ReturnType<typeof wordsIn>['mail'] }) {
  const { sans, serif } = useFaces();
  return (
    <tr>
      <td className="strong" style={{ borderTop: `1px solid ${ink}`, padding: '18px 0 24px' }}>
        <h2 className="ink phrases" style={{ margin: '0 0 8px', font: `400 23px/1.25 ${serif}`, color: ink }}>
          <Phrases>{words.compare.ask}</Phrases>
        </h2>
        <Scene>{words.compare.think}</Scene>
        <table role="presentation" cellPadding={0} cellSpacing={0} bgcolor={ember} style={{ margin: '8px 0 0' }}>
          <tbody>
            <tr>
              <td className="go" style={{ background: ember, color: onEmber }}>
                <a
                  className="go"
                  href="%%answerUrl%%"
                  style={{
                    display: 'block',
                    padding: '14px 22px',
                    font: `600 15px/1.2 ${sans}`,
                    background: ember,
                    color: onEmber,
                    textDecoration: 'none',
                  }}
                >
                  {words.compare.open}
                </a>
              </td>
            </tr>
          </tbody>
        </table>
        <p className="ash" style={{ margin: '10px 0 0', font: `400 13px/1.5 ${sans}`, color: ash }}>
          {words.confirm}
        </p>
      </td>
    </tr>
  );
}
