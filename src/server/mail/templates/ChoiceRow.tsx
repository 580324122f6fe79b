import { ember, ink, white } from '../colours.ts';
import { useFaces } from './faces.ts';
import { Phrases } from './Phrases.tsx';

/** `letter` is what a question's choice is called. */
export type MailedChoice = { letter: string | null; text: string; href: string };

/**
 * One link from edge to edge, at least 44 px high: letter, words, arrow. Outlook links no table, so the letter hangs by an indent and the arrow
 * floats; where a program drops the styles of the page the three follow one another.
 */
export function ChoiceRow({ letter, text, href }: MailedChoice) {
  const { serif } = useFaces();
  const hang = letter === null ? 0 : 28;
  return (
    <tr>
      <td style={{ paddingBottom: 8 }}>
        <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} bgcolor={white}>
          <tbody>
            <tr>
              <td className="btn" style={{ background: white, color: ink, border: '1px solid #d9cfc2' }}>
                <a
                  className="btn phrases"
                  href={href}
                  style={{
                    display: 'block',
                    padding: `13px 16px 13px ${16 + hang}px`,
                    ...(hang > 0 && { textIndent: -hang }),
                    font: `400 17px/1.4 ${serif}`,
                    background: white,
                    color: ink,
                    textDecoration: 'none',
                  }}
                >
                  {letter !== null && <Letter>{letter}</Letter>}
                  <Phrases>{text}</Phrases>
                  <Arrow />
                </a>
              </td>
            </tr>
          </tbody>
        </table>
      </td>
    </tr>
  );
}

function Letter({ children }: { children: string }) {
  return (
    <>
      <b className="ember letter" style={{ color: ember }}>
        {children}
      </b>{' '}
    </>
  );
}

function Arrow() {
  return (
    <>
      {' '}
      <span className="ember arrow" aria-hidden="true" style={{ color: ember }}>
        &rarr;
      </span>
    </>
  );
}
