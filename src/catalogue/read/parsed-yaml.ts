import { parse } from 'yaml';

/** What was parsed last of each file. Most of a library is the same at the next reading, in development and in tests, and parsing it takes most of the time. */
const parsed = new Map<string, { text: string; value: unknown }>();

/** The text of a file as YAML says it. It is shared: nobody may change it. @throws YAMLParseError */
export function parsedYaml(file: string, text: string): unknown {
  const known = parsed.get(file);
  if (known?.text === text) return known.value;
  const value: unknown = parse(text);
  parsed.set(file, { text, value });
  return value;
}
