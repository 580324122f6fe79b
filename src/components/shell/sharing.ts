/** The picture a network shows beside a link to the page (scripts/build/pictures draws it). */
export type SharedPicture = { path: string; alt: string };
