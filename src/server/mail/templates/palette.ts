import { createContext, useContext } from 'react';
import type { Language } from '#i18n/languages.ts';

/** Light values are inline, because many clients drop <style>; dark ones are set by class where <style> is kept. */
export const paper = '#fbf8f3';
export const ink = '#1e1a17';
export const ash = '#6e665e';
export const rule = '#e2dacf';
export const ember = '#b8371a';
export const onEmber = '#fffaf5';

/** How the letters of a language are set in a mail. */
export type Faces = { serif: string; sans: string; headline: string; tracking: string };

/** System fonts only. Japanese letters fill their squares, so their lines stand further apart and nothing is tracked in. */
const faces: Record<Language, Faces> = {
  en: {
    serif: "Georgia,'Times New Roman',serif",
    sans: 'Arial,Helvetica,sans-serif',
    headline: '400 34px/1.14',
    tracking: '-0.4px',
  },
  ja: {
    serif: "Georgia,'Hiragino Mincho ProN','Noto Serif JP','Noto Serif CJK JP','Yu Mincho',serif",
    sans: "Arial,'Hiragino Sans','Noto Sans JP','Noto Sans CJK JP','Yu Gothic',Meiryo,sans-serif",
    headline: '400 28px/1.4',
    tracking: '0',
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

export const darkStyles = `
.bg{background:#fbf8f3}
@media (prefers-color-scheme:dark){
.bg{background:#161311!important}.ink{color:#efe8df!important}.ash{color:#a89f95!important}
.rule{border-color:#332d28!important}.strong{border-color:#efe8df!important}.btn{background:#1e1a17!important;border-color:#4a413a!important}
.go{background:#ff8a5c!important;color:#1b0f09!important}.edge{border-color:#ff8a5c!important}
.ember{color:#ff8a5c!important}.w5{color:#ff8a5c!important}.w4{color:#d2704a!important}.w3{color:#96583f!important}
.w2{color:#5d4a41!important}.w1{color:#4d423c!important}.w0{color:#423c39!important}}
@media (max-width:480px){.head{font-size:28px!important}.pad{padding-left:18px!important;padding-right:18px!important}}`;
