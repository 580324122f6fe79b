/** The picture a network shows beside a link to the page (scripts/build/pictures draws it). */
export type SharedPicture = { path: string; alt: string };

/** Names of languages as Open Graph writes them. */
export const ogLocales = { en: 'en_GB', ja: 'ja_JP' } as const;
