import { Fragment } from 'react';
import { breakablePieces } from '#i18n/text-width.ts';

/** A Japanese letter in it: Latin breaks at its blanks by itself. */
const japanese = /[\u3040-\u30ff\u3400-\u9fff]/;

/**
 * A text with a mark wherever a Japanese line may be broken, within what has the class `phrases`. Few mail programs know `auto-phrase`; one
 * that knows neither breaks as before.
 */
export function Phrases({ children }: { children: string }) {
  if (!japanese.test(children)) return children;
  return breakablePieces(children).map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never change places
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {piece}
    </Fragment>
  ));
}

/** A text for reading, which breaks anywhere but within a figure and its counter. */
export function KeptFigures({ children }: { children: string }) {
  if (!japanese.test(children)) return children;
  return children.split(figures).map((piece, index) =>
    index % 2 === 0 ? (
      piece
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never change places
      <span key={index} className="kept">
        {piece}
      </span>
    ),
  );
}

/** "14,000台", "1万4,000台", "1997年": digits with what counts them, up to two letters that are no kana. */
const figures = /(\d[\d,.]*(?:[万億兆][\d,.]*)*(?:[\u4e00-\u9fff]{1,2}|[%％])?)/;
