/** The languages of the interface, the one without a prefix in its addresses first. */
export const languages = ['en', 'ja'] as const;

export type Language = (typeof languages)[number];

export const firstLanguage = 'en' satisfies Language;

/** The name a language gives itself, the locale that writes its dates and lists, and what stands between the entries of a short list. */
export const languageTraits = {
  en: { ownName: 'English', locale: 'en-GB', comma: ', ' },
  ja: { ownName: '日本語', locale: 'ja-JP', comma: '、' },
} as const satisfies Record<Language, { ownName: string; locale: string; comma: string }>;

/** One value for each language, in their order. */
export function perLanguage<T>(make: (language: Language) => T): Record<Language, T> {
  return { en: make('en'), ja: make('ja') };
}

/** Languages after the first: those that content may be translated into. */
export const otherLanguages = ['ja'] as const satisfies Exclude<Language, 'en'>[];

export type OtherLanguage = (typeof otherLanguages)[number];

/** The language an address is in, by its first part: `/ja/library/` is Japanese. */
export function languageOfPath(path: string): Language {
  return (
    otherLanguages.find((language) => path === `/${language}` || path.startsWith(`/${language}/`)) ?? firstLanguage
  );
}

/** One entry a language, for `getStaticPaths` of a page below `[...language]`; the first language has no prefix. */
export const languageParams = languages.map((language) => ({
  language,
  param: language === firstLanguage ? undefined : language,
}));
