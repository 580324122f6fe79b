import { languages } from '#i18n/languages.ts';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Codes by the names that the languages of the interface have for them. */
const codes = new Map(
  languages.flatMap((language) => {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    return letters.flatMap((first) =>
      letters.flatMap((second): [string, string][] => {
        const name = names.of(first + second);
        return name ? [[key(name), first + second]] : [];
      }),
    );
  }),
);

function key(name: string): string {
  return name.trim().normalize('NFKC').toLowerCase();
}

/** The code of a country that was named by its code or its name; what is neither stays as it was typed, and is said to be none. */
export function countryCode(typed: string): string {
  const text = typed.trim();
  return codes.get(key(text)) ?? (/^[a-z]{2}$/i.test(text) ? text.toUpperCase() : text);
}
