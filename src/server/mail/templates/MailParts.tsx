import type { ReactNode } from 'react';
import type { Language } from '#i18n/languages.ts';
import type { Words } from '#i18n/words.ts';
import { ash, ember, ink, rule } from '../colours.ts';
import { privacyUrl } from '../privacy-url.ts';
import { ChoiceRow, type MailedChoice } from './ChoiceRow.tsx';
import { useFaces } from './faces.ts';
import { KeptFigures, Phrases } from './Phrases.tsx';

type MailWords = Words['mail'];

export function Headline({ children }: { children: string }) {
  const { serif, headline, tracking } = useFaces();
  return (
    <tr>
      <td style={{ padding: '26px 0 6px' }}>
        <h1
          className="ink head phrases"
          style={{ margin: 0, font: `${headline} ${serif}`, letterSpacing: tracking, color: ink }}
        >
          <Phrases>{children}</Phrases>
        </h1>
      </td>
    </tr>
  );
}

/** Where and when, and the line that says why this person gets it. */
export function Dateline({ place, why, words }: { place: string; why: string; words: MailWords }) {
  const { sans } = useFaces();
  return (
    <tr>
      <td className="ash" style={{ padding: '0 0 18px', font: `400 14px/1.55 ${sans}`, color: ash }}>
        <KeptFigures>{place}</KeptFigures>
        <br />
        <b className="ink" style={{ color: ink, fontWeight: 600 }}>
          {words.whyYou}
        </b>{' '}
        {why}
      </td>
    </tr>
  );
}

export function Prose({ paragraphs }: { paragraphs: readonly string[] }) {
  const { serif } = useFaces();
  return (
    <tr>
      <td className="ink" style={{ font: `400 18px/1.55 ${serif}`, color: ink }}>
        {paragraphs.map((paragraph) => (
          <p key={paragraph} style={{ margin: '0 0 14px' }}>
            <KeptFigures>{paragraph}</KeptFigures>
          </p>
        ))}
      </td>
    </tr>
  );
}

/** Between what happened and what the reader is asked. */
export function Turn({ children }: { children: string }) {
  const { sans } = useFaces();
  return (
    <tr>
      <td
        className="ember strong phrases"
        style={{
          borderTop: `1px solid ${ink}`,
          padding: '14px 0 0',
          font: `600 14px/1.45 ${sans}`,
          color: ember,
        }}
      >
        <Phrases>{children}</Phrases>
      </td>
    </tr>
  );
}

type AskProps = { words: MailWords; ask: string; choices: readonly MailedChoice[] };

/** One question, and its choices as rows that are links from edge to edge; what leads up to it stands above. */
export function Decision({ words, ask, choices, children }: AskProps & { children?: ReactNode }) {
  const { sans, serif } = useFaces();
  return (
    <tr>
      <td style={{ padding: '12px 0 0' }}>
        {children}
        <h2 className="ink phrases" style={{ margin: '18px 0 14px', font: `400 23px/1.25 ${serif}`, color: ink }}>
          <Phrases>{ask}</Phrases>
        </h2>
        <table role="presentation" width="100%" cellPadding={0} cellSpacing={0}>
          <tbody>
            {choices.map((choice) => (
              <ChoiceRow key={choice.href} {...choice} />
            ))}
          </tbody>
        </table>
        <p className="ash" style={{ margin: '4px 0 24px', font: `400 13px/1.5 ${sans}`, color: ash }}>
          {words.confirm}
        </p>
      </td>
    </tr>
  );
}

export function Scene({ children }: { children: string }) {
  const { serif } = useFaces();
  return (
    <p className="ink phrases" style={{ margin: '0 0 10px', font: `400 18px/1.5 ${serif}`, color: ink }}>
      <Phrases>{children}</Phrases>
    </p>
  );
}

export function Aside({ label, children }: { label: string; children: ReactNode }) {
  const { sans } = useFaces();
  return (
    <tr>
      <td
        className="ink rule"
        style={{ borderTop: `1px solid ${rule}`, padding: '16px 0 18px', font: `400 14px/1.55 ${sans}`, color: ink }}
      >
        <b style={{ fontWeight: 600 }}>{label}</b> {children}
      </td>
    </tr>
  );
}

/** The row of squares is a placeholder: one per person of the team, warmest first. */
export function TeamToday({ label }: { label: string }) {
  const { sans } = useFaces();
  return (
    <tr>
      <td
        className="ink rule"
        style={{ borderTop: `1px solid ${rule}`, padding: '16px 0 18px', font: `400 14px/1.55 ${sans}`, color: ink }}
      >
        <b style={{ fontWeight: 600 }}>{label}</b> %%teamLine%%
        <br />
        <span aria-hidden="true" style={{ fontSize: 22, letterSpacing: 3, lineHeight: 1.3 }}>
          %%teamBar%%
        </span>
      </td>
    </tr>
  );
}

export function FooterLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <>
      <a className="ash" href={href} style={{ color: ash, whiteSpace: 'nowrap', marginRight: 14 }}>
        {children}
      </a>{' '}
    </>
  );
}

/** `children` are links of this kind of mail, before those that every mail has. */
export function Footer({
  words: { foot },
  language,
  children,
}: {
  words: MailWords;
  language: Language;
  children?: ReactNode;
}) {
  return (
    <>
      {children}
      <FooterLink href="%%preferencesUrl%%#later">{foot.later}</FooterLink>
      <FooterLink href="%%preferencesUrl%%#not-relevant">{foot.notRelevant}</FooterLink>
      <FooterLink href="%%preferencesUrl%%#pause">{foot.pause}</FooterLink>
      <FooterLink href="%%preferencesUrl%%#pace">{foot.pace('%%pace%%')}</FooterLink>
      <FooterLink href="%%unsubscribeUrl%%">{foot.unsubscribe}</FooterLink>
      <br />
      %%kept%%
      <br />
      <FooterLink href="%%ownPageUrl%%">{foot.ownPage}</FooterLink>
      <FooterLink href={privacyUrl(language)}>{foot.privacy}</FooterLink>
    </>
  );
}
