import { Container, Head, Html } from '@react-email/components';
import type { ReactNode } from 'react';
import type { Language } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import { ash, darkStyles, ember, ink, paper, rule } from '../colours.ts';
import { FacesProvider, facesIn } from './faces.ts';

type Props = {
  language: Language;
  title: string;
  preheader: string;
  addressee: string;
  footer: ReactNode;
  children: ReactNode;
};

/** What a list of mails shows beside the subject. No filler follows it: what a list shows then is the mark and the name, which do no harm. */
const unseen = { display: 'none', overflow: 'hidden', maxHeight: 0 };

/** Paper, the mark, who it is for, and the footer. Language and direction stand on an inner element too: Gmail drops those of body. */
export function MailFrame({ language, title, preheader, addressee, footer, children }: Props) {
  const faces = facesIn(language);
  const { sans } = faces;
  return (
    <FacesProvider value={faces}>
      <Html lang={language} dir="ltr">
        <Head>
          <meta name="viewport" content="width=device-width,initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="supported-color-schemes" content="light dark" />
          <title>{title}</title>
          <style dangerouslySetInnerHTML={{ __html: darkStyles }} />
        </Head>
        <body className="bg" style={{ margin: 0, padding: 0 }}>
          <div style={unseen}>{preheader}</div>
          <div
            className="bg"
            role="article"
            aria-roledescription="email"
            aria-label={title}
            lang={language}
            dir="ltr"
            style={{ background: paper, overflowWrap: 'anywhere', ...faces.strictness }}
          >
            <Container className="pad" style={{ width: '100%', maxWidth: 600, padding: '28px 20px 40px' }}>
              <table role="presentation" width="100%" cellPadding={0} cellSpacing={0}>
                <tbody>
                  <tr>
                    <td
                      className="strong"
                      style={{ borderBottom: `1px solid ${ink}`, paddingBottom: 12, font: `600 13px/1.4 ${sans}` }}
                    >
                      <span className="ember" style={{ color: ember }}>
                        &#9679;
                      </span>{' '}
                      <span className="ink" style={{ color: ink }}>
                        Nodomoto
                      </span>{' '}
                      <span className="ash" style={{ color: ash, fontWeight: 400 }}>
                        &nbsp;{wordsIn(language).mail.for(addressee)}
                      </span>
                    </td>
                  </tr>
                  {children}
                  <tr>
                    <td
                      className="ash rule"
                      style={{
                        borderTop: `1px solid ${rule}`,
                        padding: '18px 0 0',
                        font: `400 13px/1.9 ${sans}`,
                        color: ash,
                      }}
                    >
                      {footer}
                    </td>
                  </tr>
                </tbody>
              </table>
            </Container>
          </div>
        </body>
      </Html>
    </FacesProvider>
  );
}
