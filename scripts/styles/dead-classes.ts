/** A file of the site, by its path and its text. */
export type Source = readonly [path: string, text: string];

const styleElement = /<style[^>]*>([\s\S]*?)<\/style>/g;

/**
 * Class selectors that no markup and no script can be meant by, as `file .class`. A name counts as mentioned where it is a word of a string
 * or of a class attribute, or where it begins with the fixed part of a name put together there (`heat-${warmth}`). Pure.
 */
export function deadClasses(sources: readonly Source[]): string[] {
  const mentioned = sources
    .filter(([path]) => !path.endsWith('.css'))
    .map(([, text]) => stringsOf(text))
    .join('\n');
  const words = new Set(mentioned.match(/[\w-]+/g));
  const beginnings = [...mentioned.matchAll(/([\w-]+-)\$\{/g)].map(([, beginning = '']) => beginning);
  const isDead = (name: string) => !words.has(name) && !beginnings.some((beginning) => name.startsWith(beginning));
  return sources.flatMap(([path, text]) =>
    classesIn(stylesOf(path, text))
      .filter(isDead)
      .map((name) => `${path} .${name}`),
  );
}

function stylesOf(path: string, text: string): string {
  return path.endsWith('.css') ? text : [...text.matchAll(styleElement)].map(([, css = '']) => css).join('\n');
}

function classesIn(css: string): string[] {
  const bare = css.replaceAll(/\/\*[\s\S]*?\*\/|"[^"]*"|url\([^)]*\)/g, '');
  const selectors = [...bare.matchAll(/([^{};]+)\{/g)].map(([, selector = '']) => selector.trim());
  const named = selectors.filter((selector) => !selector.startsWith('@'));
  return [...new Set(named.flatMap((selector) => selector.match(/(?<=\.)[A-Za-z][\w-]*/g) ?? []))];
}

/** Prose is no mention: of a file, only its strings and its class attributes. */
function stringsOf(text: string): string {
  const markup = text.replaceAll(styleElement, '');
  return (markup.match(/class(?:Name|:list)?=\{[^\n]*|"[^"\n]*"|'[^'\n]*'|`[^`]*`/g) ?? []).join('\n');
}
