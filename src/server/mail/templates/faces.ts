import { type CSSProperties, createContext, useContext } from 'react';
import type { Language } from '#i18n/languages.ts';

/** How the letters of a language are set in a mail. */
export type Faces = {
  serif: string;
  sans: string;
  headline: string;
  tracking: string;
  /** Which lines no text may be broken into. */
  strictness: CSSProperties;
};

/** System fonts only, named without quotation marks, each of which weighs six bytes in an attribute. Japanese letters fill their squares, so their lines stand further apart and nothing is tracked in. */
const faces: Record<Language, Faces> = {
  en: {
    serif: 'Georgia,Times New Roman,serif',
    sans: 'Arial,Helvetica,sans-serif',
    headline: '400 34px/1.14',
    tracking: '-0.4px',
    strictness: {},
  },
  ja: {
    serif: 'Georgia,Hiragino Mincho ProN,Noto Serif JP,Noto Serif CJK JP,Yu Mincho,serif',
    sans: 'Arial,Hiragino Sans,Noto Sans JP,Noto Sans CJK JP,Yu Gothic,Meiryo,sans-serif',
    headline: '400 28px/1.4',
    tracking: '0',
    strictness: { lineBreak: 'strict' },
  },
};

const FacesContext = createContext(faces.en);

/** Sets the faces for everything drawn within. */
export const FacesProvider = FacesContext.Provider;

export function facesIn(language: Language): Faces {
  return faces[language];
}

export function useFaces(): Faces {
  return useContext(FacesContext);
}
